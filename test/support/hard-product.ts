const parameters = ['n0', 'n1', 'n2'].map((id) => ({id, kind: 'integer', min: 1, max: 2000, default: 1}));
const cubes = parameters.map(({id}) => `${id} * ${id} * ${id}`).join(' + ');

/**
 * A product with a question that nobody answers in time: modulo 9 cubes are 0, 1 or 8, and three never add up to 4; the
 * engine does not know, and looks for long.
 */
export const hard = {
  format: 1,
  id: 'hard',
  version: '1',
  parameters: [...parameters, {id: 'strict', kind: 'boolean', default: false, control: 'cards'}],
  rules: [{id: 'cubes', when: 'strict', require: `(${cubes}) * 9 == 11111111046`}],
};
