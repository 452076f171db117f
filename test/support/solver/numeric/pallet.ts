/** Boxes on a pallet: whole numbers that fit, turned or not, and what a crate may weigh. */
export const palletProduct = {
  format: 1,
  id: 'pallet',
  version: '1',
  parameters: [
    {id: 'long', kind: 'integer', unit: 'mm', min: 100, max: 600, step: 20},
    {id: 'short', kind: 'integer', unit: 'mm', min: 80, max: 400, step: 20},
    {id: 'tall', kind: 'integer', unit: 'mm', min: 60, max: 500, step: 20},
    {id: 'pallet', kind: 'choice', options: [{id: 'eur'}, {id: 'half'}, {id: 'us'}]},
    {id: 'turned', kind: 'boolean'},
    {id: 'layers', kind: 'integer', min: 1, max: 9},
    {id: 'order', kind: 'integer', min: 4, max: 96, step: 4},
    {id: 'mass', kind: 'number', unit: 'kg', min: 0.5, max: 25, step: 0.5},
  ],
  tables: {
    pallets: {
      columns: ['pallet', 'length', 'width'],
      rows: [
        ['eur', '1200', '800'],
        ['half', '800', '600'],
        ['us', '1219', '1016'],
      ],
    },
  },
  derived: [
    {id: 'along', formula: "floor(lookup('pallets', 'length', pallet) * 1 mm / (turned ? short : long))"},
    {id: 'across', formula: "floor(lookup('pallets', 'width', pallet) * 1 mm / (turned ? long : short))"},
    {id: 'boxes', formula: 'along * across * layers'},
  ],
  rules: [
    {id: 'sidesRule', require: 'short <= long'},
    {id: 'enoughRule', require: 'boxes >= order && boxes - order < along * across'},
    {id: 'heightRule', require: 'layers * tall + 144 mm <= 1.8 m'},
    {id: 'loadRule', require: "boxes * mass <= (pallet == 'half' ? 500 kg : 1200 kg)"},
    {id: 'stackRule', when: 'layers > 5', require: 'mass <= 8 kg && tall <= 1.5 * short'},
  ],
};
