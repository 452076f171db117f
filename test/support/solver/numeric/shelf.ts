/** A shelf: pitch on a grid of holes, span by material, feet that may be missing. */
export const shelfProduct = {
  format: 1,
  id: 'shelf',
  version: '1',
  parameters: [
    {id: 'width', kind: 'number', unit: 'mm', min: 300, max: 2400, step: 25},
    {id: 'height', kind: 'number', unit: 'mm', min: 400, max: 2200, step: 20},
    {id: 'boards', kind: 'integer', min: 1, max: 8},
    {
      id: 'wood',
      kind: 'choice',
      options: [
        {id: 'oak', attributes: {span: '900', density: '0.72'}},
        {id: 'pine', attributes: {span: '700', density: '0.51'}},
        {id: 'steel', attributes: {span: '1600'}},
      ],
    },
    {id: 'sides', kind: 'integer', min: 2, max: 5},
    {id: 'feet', kind: 'number', unit: 'mm', min: 0, max: 120, step: 7.5, required: false},
    {id: 'extras', kind: 'choices', options: [{id: 'back'}, {id: 'doors'}, {id: 'light'}], max: 2},
  ],
  derived: [
    {id: 'bay', formula: '(width - sides * 18 mm) / (sides - 1)'},
    {id: 'pitch', formula: 'floor((height - sum(feet, 36 mm)) / (boards + 1), 32 mm)'},
  ],
  rules: [
    {id: 'spanRule', require: "bay <= attribute(wood, 'span') * 1 mm && bay >= 200 mm"},
    {id: 'pitchRule', require: 'pitch >= 160 mm && pitch <= 480 mm'},
    {id: 'tallRule', when: 'height > 3 * width', require: 'feet == null || feet < 60 mm'},
    {id: 'doorsRule', when: "'doors' in extras", require: 'round(bay, 50 mm) == 400 mm || round(bay, 50 mm) == 600 mm'},
    {id: 'countRule', require: 'count(extras) <= boards'},
    {
      id: 'massRule',
      when: "attribute(wood, 'density') != null",
      require: "attribute(wood, 'density') * boards * width <= 9000 mm",
    },
  ],
};
