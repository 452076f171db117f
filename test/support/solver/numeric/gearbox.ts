/** A gearbox: ratios of teeth, a second stage that may be missing, a distance on a grid, torque in steps. */
export const gearboxProduct = {
  format: 1,
  id: 'gearbox',
  version: '1',
  parameters: [
    {id: 'pinion', kind: 'integer', min: 12, max: 30},
    {id: 'wheel', kind: 'integer', min: 20, max: 90, step: 2},
    {id: 'stages', kind: 'integer', min: 1, max: 2},
    {id: 'secondPinion', kind: 'integer', min: 12, max: 24, active: 'stages == 2'},
    {id: 'secondWheel', kind: 'integer', min: 24, max: 80, step: 4, active: 'stages == 2'},
    {
      id: 'module',
      kind: 'choice',
      options: [
        {id: 'm1', attributes: {size: '1'}},
        {id: 'm15', attributes: {size: '1.5'}},
        {id: 'm2', attributes: {size: '2'}},
        {id: 'm3', attributes: {size: '3'}},
      ],
    },
    {id: 'helix', kind: 'number', unit: 'deg', min: 0, max: 30, step: 5},
    {id: 'torque', kind: 'integer', min: 5, max: 200, step: 5},
  ],
  derived: [
    {id: 'ratio', formula: 'wheel / pinion * (stages == 2 ? secondWheel / secondPinion : 1)'},
    {id: 'distance', formula: "attribute(module, 'size') * (pinion + wheel) / 2"},
  ],
  rules: [
    {id: 'ratioRule', require: 'ratio >= 1.5 && ratio <= (stages == 1 ? 6 : 20)'},
    {id: 'gridRule', require: 'abs(distance - round(distance, 5)) <= 0.5'},
    {
      id: 'torqueRule',
      require: "torque / ratio <= 4 * attribute(module, 'size') * attribute(module, 'size') + helix / 5 deg",
    },
    {id: 'cuttingRule', when: 'helix == 0 deg', require: 'min(pinion, secondPinion) >= 17'},
    {
      id: 'fineRule',
      when: "attribute(module, 'size') < 2",
      require: 'pinion + wheel <= 80 && (stages == 1 || secondWheel <= 60)',
    },
    {id: 'houseRule', require: 'distance <= 120'},
  ],
};
