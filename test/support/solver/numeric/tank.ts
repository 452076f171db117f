/** A tank: volume, walls by pressure, pumps that share the flow, an inner coating that is optional. */
export const tankProduct = {
  format: 1,
  id: 'tank',
  version: '1',
  parameters: [
    {id: 'length', kind: 'number', unit: 'cm', min: 20, max: 120, step: 5},
    {id: 'width', kind: 'number', unit: 'cm', min: 20, max: 80, step: 5},
    {id: 'level', kind: 'number', unit: 'cm', min: 10, max: 90, step: 2.5},
    {id: 'wall', kind: 'number', unit: 'mm', min: 2, max: 8, step: 0.5},
    {id: 'pumps', kind: 'integer', min: 0, max: 4},
    {id: 'flow', kind: 'integer', min: 5, max: 60, step: 5, active: 'pumps > 0'},
    {id: 'coating', kind: 'choice', required: false, options: [{id: 'epoxy'}, {id: 'rubber'}]},
  ],
  // Litres; the engine's own base is the cubic millimetre.
  derived: [
    {id: 'litres', formula: '(length / 10 cm) * (width / 10 cm) * (level / 10 cm)'},
    {id: 'pressure', formula: 'level / 1 cm * (length > 80 cm ? 1.2 : 1)'},
  ],
  rules: [
    {id: 'volumeRule', require: 'litres >= 40 && litres <= 420'},
    {id: 'wallRule', require: 'wall / 1 mm >= round(pressure / 15, 0.5)'},
    {id: 'turnoverRule', when: 'pumps > 0', require: 'flow * pumps * 2 >= litres / 3'},
    {id: 'largeRule', when: 'litres > 150', require: 'pumps >= ceil(litres / 200)'},
    {id: 'thinRule', when: 'wall < 4 mm', require: "coating == 'rubber' || coating == null"},
    {id: 'rubberRule', when: "coating == 'rubber'", require: 'min(length, width, level) >= 25 cm'},
    {id: 'lowRule', require: 'level <= 1.5 * width'},
  ],
};
