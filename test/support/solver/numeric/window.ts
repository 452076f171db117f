/** A window: area, proportion, glass by size, weight against the hinges. */
export const windowProduct = {
  format: 1,
  id: 'window',
  version: '1',
  parameters: [
    {id: 'width', kind: 'number', unit: 'mm', min: 400, max: 1600, step: 50},
    {id: 'height', kind: 'number', unit: 'cm', min: 50, max: 220, step: 5},
    {
      id: 'glass',
      kind: 'choice',
      options: [
        {id: 'double', attributes: {thickness: '8', limit: '2.2'}},
        {id: 'triple', attributes: {thickness: '12', limit: '1.8'}},
        {id: 'safety', attributes: {thickness: '10.5', limit: '3.4'}},
      ],
    },
    {id: 'opening', kind: 'choice', options: [{id: 'fixed'}, {id: 'turn'}, {id: 'tilt'}]},
    {id: 'hinges', kind: 'integer', min: 2, max: 5, active: "opening != 'fixed'"},
    {id: 'mullions', kind: 'integer', min: 0, max: 3},
  ],
  derived: [
    {id: 'area', formula: 'width * height'},
    {id: 'pane', formula: '(width - 80 mm * (mullions + 1)) / (mullions + 1)'},
    // Kilograms: 2.5 g for a thousandth of a square metre and a millimetre of glass.
    {id: 'weight', formula: "area / 1 m2 * attribute(glass, 'thickness') * 2.5"},
  ],
  rules: [
    {id: 'areaRule', require: "area <= attribute(glass, 'limit') * 1 m2"},
    {id: 'slenderRule', require: 'height / width <= 2.5 && width / height <= 2'},
    {id: 'paneRule', require: 'pane >= 240 mm && (mullions == 0 || pane <= 600 mm)'},
    {id: 'hingesRule', when: "opening != 'fixed'", require: 'weight <= 18 * hinges'},
    {id: 'tiltRule', when: "opening == 'tilt'", require: 'height <= 1.6 m && weight <= 45.5'},
    {id: 'wideRule', when: 'width > 1200 mm', require: "mullions >= 1 || glass == 'safety'"},
  ],
};
