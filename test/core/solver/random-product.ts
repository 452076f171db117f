import * as fc from 'fast-check';

/** A parameter of a random product, in the product's JSON. */
type RandomParameter = Readonly<Record<string, unknown>> & {readonly id: string; readonly kind: string};

const choiceIds = ['c0', 'c1', 'c2'];
const integerIds = ['n0', 'n1'];

const truthAtom = fc.constantFrom(
  'b0',
  'b1',
  'b0 == b1',
  'b1 == null',
  ...choiceIds.flatMap((id) => [`${id} == 'x'`, `${id} != 'y'`, `${id} in ['x']`, `${id} == null`]),
  'c0 == c1',
  "(b0 ? c0 : c1) == 'y'",
  "attribute(c0, 'label') == 'small'",
  "lookup('t', 'value', c1) > 1",
  "'p' in s0",
  'c0 in s0',
  's0 == null',
  "c0 in ['x', 'z']",
  'n0 in [0, 2]',
  'n1 == null',
  'm0 > 120 mm',
  'm0 * 2 <= 266.6 mm',
  'm0 == n0 * 100 mm',
);

/** A divisor that is zero for certain is refused when it is read. */
const notConstant = (formula: string): string => (/[a-z]\d/.test(formula) ? formula : `(${formula} + n1 - n1)`);

const bare: fc.Arbitrary<string> = fc.letrec<{bare: string; truth: string}>((tie) => ({
  bare: fc.oneof(
    {maxDepth: 3, depthIdentifier: 'formula'},
    fc.constantFrom(...integerIds, '(m0 / 1 mm)', 'd0', "attribute(c0, 'w')", 'count(s0)', 'count(b0, b1)'),
    fc.integer({min: -2, max: 6}).map(String),
    fc.constantFrom('0.5', '1.5', '2.25'),
    fc
      .tuple(tie('bare'), fc.constantFrom('+', '-', '*', '/'), tie('bare'))
      .map(([a, operator, b]) => `(${a} ${operator} ${operator === '/' ? notConstant(b) : b})`),
    fc
      .tuple(fc.constantFrom('min', 'max', 'sum'), tie('bare'), tie('bare'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc
      .tuple(fc.constantFrom('round', 'floor', 'ceil'), tie('bare'), fc.constantFrom('', ', 2', ', 0.5', ', n0'))
      .map(([name, a, step]) => `${name}(${a}${step})`),
    tie('bare').map((a) => `abs(${a})`),
    tie('bare').map((a) => `-(${a})`),
    fc.tuple(tie('truth'), tie('bare'), tie('bare')).map(([condition, a, b]) => `if(${condition}, ${a}, ${b})`),
  ),
  truth: fc.oneof(
    {maxDepth: 3, depthIdentifier: 'formula'},
    truthAtom,
    fc
      .tuple(tie('bare'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('bare'))
      .map(([a, operator, b]) => `${a} ${operator} ${b}`),
    fc
      .tuple(tie('truth'), fc.constantFrom('&&', '||'), tie('truth'))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    tie('truth').map((a) => `!(${a})`),
    fc.tuple(tie('truth'), tie('truth'), tie('truth')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
})).bare;

export const truthFormula = fc.oneof(
  truthAtom,
  fc.tuple(bare, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), bare).map((parts) => parts.join(' ')),
  fc.tuple(truthAtom, fc.constantFrom('&&', '||'), truthAtom).map((parts) => parts.join(' ')),
  fc
    .tuple(truthAtom, bare, bare, fc.constantFrom('<', '=='))
    .map(([a, b, c, operator]) => `${a} || ${b} ${operator} ${c}`),
);

const optionsOf = (ids: readonly string[]) =>
  ids.map((id, index) => ({
    id,
    attributes: index === 2 ? {} : {w: String(index + 1), label: index === 0 ? 'small' : 'large'},
  }));

const base = {required: fc.constantFrom(true, true, false)};
/** Reads only what never has an `active` of its own that reads back. */
const active = fc.constantFrom(undefined, undefined, 'b0', "c2 == 'x'", 'b0 || d1 > 1', 'n0 >= 2');

const parameters = fc.record({
  c0: fc.record({...base, active, default: fc.constantFrom(undefined, 'x', 'z')}),
  c1: fc.record({...base, default: fc.constantFrom(undefined, 'y')}),
  c2: fc.record({...base, default: fc.constantFrom(undefined, 'y')}),
  b0: fc.record({...base, default: fc.constantFrom(undefined, true, false)}),
  b1: fc.record({...base, active, default: fc.constantFrom(undefined, true, false)}),
  n0: fc.record({...base, default: fc.constantFrom(undefined, 1, 2)}),
  n1: fc.record({...base, active, default: fc.constantFrom(undefined, 0)}),
  m0: fc.record({...base, step: fc.constantFrom(50, 33.3), default: fc.constantFrom(undefined, 100)}),
  s0: fc.record({...base, active, min: fc.constantFrom(0, 0, 1), max: fc.constantFrom(1, 2)}),
});

const shapes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  c0: {kind: 'choice', options: optionsOf(['x', 'y', 'z'])},
  c1: {kind: 'choice', options: optionsOf(['x', 'y'])},
  c2: {kind: 'choice', options: optionsOf(['x', 'y'])},
  b0: {kind: 'boolean'},
  b1: {kind: 'boolean'},
  n0: {kind: 'integer', min: 0, max: 2},
  n1: {kind: 'integer', min: -1, max: 0},
  m0: {kind: 'number', unit: 'mm', min: 100, max: 150},
  s0: {kind: 'choices', options: optionsOf(['p', 'x'])},
};

const table = fc
  .tuple(
    fc.constantFrom(['c0', 'b1'], ['c1', 'n0'], ['c2', 'b0', 'n1']),
    fc.array(fc.array(fc.integer({min: 0, max: 7}), {minLength: 3, maxLength: 3}), {minLength: 1, maxLength: 6}),
  )
  .map(([columns, rows]) => ({
    table: columns,
    rows: rows.map((row) => columns.map((id, at) => cell(id, row[at] ?? 0))),
  }));

function cell(id: string, seed: number): unknown {
  if (seed === 7) return {any: true};
  if (seed === 6) return null;
  const values: unknown[] = id.startsWith('c')
    ? ['x', 'y']
    : id.startsWith('b')
      ? [true, false]
      : id === 'n1'
        ? [0, -1]
        : [0, 1, 2];
  const value = values[seed % values.length];
  return seed === 5 ? [value, null] : value;
}

const rule = fc.oneof(
  {weight: 4, arbitrary: fc.record({require: truthFormula})},
  {weight: 3, arbitrary: fc.record({when: truthFormula, require: truthFormula})},
  {weight: 1, arbitrary: table},
);

/** A small product in JSON: every kind of parameter, conditional and optional ones, formulas that can fail, tables. */
export const randomProduct = fc
  .record({
    parameters,
    order: fc.shuffledSubarray(Object.keys(shapes), {minLength: Object.keys(shapes).length}),
    rules: fc.array(rule, {minLength: 0, maxLength: 4}),
    d0: fc.constantFrom('n0 * 2 - 1', "b0 ? n0 : attribute(c0, 'w')", 'd1 + n0', '6 / n0'),
    d1: fc.constantFrom('n0 - 1', "c2 == 'y' ? 2 : 0"),
  })
  .map(({parameters: given, order, rules, d0, d1}) => ({
    format: 1,
    id: 'random',
    version: '1',
    parameters: order.map((id): RandomParameter => {
      const own: Readonly<Record<string, unknown>> = {...given}[id as keyof typeof given];
      return {
        id,
        kind: '',
        ...shapes[id],
        ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
      };
    }),
    derived: [
      {id: 'd0', formula: d0},
      {id: 'd1', formula: d1},
    ],
    tables: {
      t: {
        columns: ['key', 'value'],
        rows: [
          ['x', '1'],
          ['z', '3'],
        ],
      },
    },
    rules: rules.map((each, index) => ({id: `r${index}`, ...each})),
  }));
