/** A welded frame: lengths over 256 steps, cuts from bars, differences either way, a table of profiles. */
export const frameProduct = {
  format: 1,
  id: 'frame',
  version: '1',
  parameters: [
    {id: 'length', kind: 'number', unit: 'mm', min: 250, max: 3000, step: 2.5},
    {id: 'depth', kind: 'number', unit: 'mm', min: 250, max: 1500, step: 5},
    {id: 'bars', kind: 'integer', min: 0, max: 6},
    {id: 'profile', kind: 'choice', options: [{id: 'p20'}, {id: 'p30'}, {id: 'p40'}]},
    {id: 'finish', kind: 'choice', options: [{id: 'raw'}, {id: 'zinc'}, {id: 'paint'}]},
    {id: 'wall', kind: 'number', unit: 'mm', min: 1, max: 3, step: 0.5},
    {id: 'wheels', kind: 'boolean'},
  ],
  tables: {
    profiles: {
      columns: ['profile', 'size', 'span'],
      rows: [
        ['p20', '20', '900'],
        ['p30', '30', '1500'],
        ['p40', '40', '2400'],
      ],
    },
  },
  derived: [
    {id: 'thickness', formula: "lookup('profiles', 'size', profile) * 1 mm"},
    {id: 'cross', formula: 'depth - 2 * thickness'},
    {id: 'steel', formula: '2 * length + (bars + 2) * cross'},
  ],
  rules: [
    {id: 'spanRule', require: "(length - thickness) / (bars + 1) <= lookup('profiles', 'span', profile) * 1 mm"},
    {id: 'barRule', require: 'floor(6 m / cross) * 3 >= bars + 2'},
    {id: 'steelRule', require: 'steel <= 9.5 m'},
    {id: 'squareRule', when: 'bars == 0', require: 'abs(length - depth) >= 100 mm || length == depth'},
    {
      id: 'profilesRule',
      table: ['profile', 'wall', 'finish'],
      rows: [
        ['p20', [1, 1.5], {any: true}],
        ['p30', [1.5, 2], ['raw', 'zinc']],
        ['p40', {any: true}, 'paint'],
        ['p40', 3, 'zinc'],
      ],
    },
    {id: 'wheelsRule', when: 'wheels', require: 'max(length, depth) <= 1.8 m && steel / 1 m * wall / 1 mm <= 16'},
  ],
};
