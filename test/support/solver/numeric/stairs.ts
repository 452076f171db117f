/** Stairs: a riser that follows from the height, the rule of the step, a landing that is there for many steps only. */
export const stairsProduct = {
  format: 1,
  id: 'stairs',
  version: '1',
  parameters: [
    {id: 'rise', kind: 'number', unit: 'cm', min: 60, max: 340, step: 4},
    {id: 'going', kind: 'number', unit: 'in', min: 8, max: 14, step: 0.25},
    {id: 'most', kind: 'number', unit: 'mm', min: 150, max: 210, step: 10},
    {id: 'landing', kind: 'number', unit: 'm', min: 0.8, max: 1.6, step: 0.1, active: 'steps > 12'},
    {id: 'room', kind: 'number', unit: 'ft', min: 3, max: 20, step: 0.5},
    {id: 'shape', kind: 'choice', options: [{id: 'straight'}, {id: 'turned'}]},
  ],
  derived: [
    {id: 'steps', formula: 'ceil(rise / most)'},
    {id: 'riser', formula: 'rise / steps'},
    {id: 'run', formula: "sum(going * (steps - 1), landing) * (shape == 'turned' ? 0.6 : 1)"},
  ],
  rules: [
    {id: 'strideRule', require: '2 * riser + going >= 600 mm && 2 * riser + going <= 660 mm'},
    {id: 'roomRule', require: 'run <= room'},
    {id: 'landingRule', when: "shape == 'straight' && steps > 12", require: 'landing >= max(going * 3, 1 m)'},
    {id: 'turnedRule', when: "shape == 'turned'", require: 'steps >= 5 && riser <= 190 mm'},
  ],
};
