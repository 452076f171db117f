/**
 * A small product with one of everything: groups, all kinds of parameters, something conditional, optional and open,
 * rules that bar, prices with reasons. No scene, so that its tests need no picture.
 */
export const shelf = {
  format: 1,
  id: 'test-shelf',
  version: '1',
  defaultLocale: 'en',
  name: {en: 'Test shelf', de: 'Testregal'},
  description: {en: 'Made for tests.', de: 'Für Tests gemacht.'},
  groups: [
    {id: 'size', name: {en: 'Size', de: 'Maße'}},
    {id: 'look', name: {en: 'Look', de: 'Aussehen'}},
    {id: 'more', name: {en: 'More', de: 'Mehr'}},
  ],
  parameters: [
    {
      id: 'width',
      kind: 'number',
      name: {en: 'Width', de: 'Breite'},
      group: 'size',
      unit: 'mm',
      min: 400,
      max: 2400,
      step: 100,
      default: 800,
    },
    {
      id: 'shelves',
      kind: 'integer',
      name: {en: 'Shelves', de: 'Böden'},
      group: 'size',
      min: 1,
      max: 8,
      default: 3,
    },
    {
      id: 'finish',
      kind: 'choice',
      name: {en: 'Finish', de: 'Oberfläche'},
      group: 'look',
      default: 'oak',
      options: [
        {id: 'oak', name: {en: 'Oak', de: 'Eiche'}, color: '#c8a26b', price: '40.00', sku: 'F-OAK'},
        {id: 'walnut', name: {en: 'Walnut', de: 'Nussbaum'}, color: '#5d4330', price: '60.00'},
        {id: 'white', name: {en: 'White', de: 'Weiß'}, color: '#f4f4f2', price: '0.00'},
      ],
    },
    {
      id: 'legs',
      kind: 'choice',
      name: {en: 'Legs', de: 'Beine'},
      group: 'look',
      default: 'wood',
      options: [
        {id: 'wood', name: {en: 'Wood', de: 'Holz'}, description: {en: 'Turned oak', de: 'Gedrechselte Eiche'}},
        {id: 'steel', name: {en: 'Steel', de: 'Stahl'}},
        {id: 'plinth', name: {en: 'Plinth', de: 'Sockel'}},
      ],
    },
    {
      id: 'glass',
      kind: 'choice',
      name: {en: 'Glass', de: 'Glas'},
      group: 'look',
      options: [
        {id: 'clear', name: {en: 'Clear', de: 'Klar'}},
        {id: 'smoked', name: {en: 'Smoked', de: 'Rauchglas'}},
      ],
    },
    {id: 'doors', kind: 'boolean', name: {en: 'Doors', de: 'Türen'}, group: 'look', default: false},
    {
      id: 'handle',
      kind: 'choice',
      name: {en: 'Handle', de: 'Griff'},
      group: 'look',
      active: 'doors',
      default: 'knob',
      options: [
        {id: 'knob', name: {en: 'Knob', de: 'Knauf'}},
        {id: 'bar', name: {en: 'Bar', de: 'Stange'}},
      ],
    },
    {
      id: 'extras',
      kind: 'choices',
      name: {en: 'Extras', de: 'Extras'},
      group: 'more',
      max: 2,
      default: [],
      options: [
        {id: 'light', name: {en: 'Light', de: 'Licht'}, price: '25.00'},
        {id: 'lock', name: {en: 'Lock', de: 'Schloss'}, price: '15.00'},
        {id: 'felt', name: {en: 'Felt', de: 'Filz'}, price: '5.00'},
      ],
    },
    {
      id: 'label',
      kind: 'text',
      name: {en: 'Label', de: 'Beschriftung'},
      group: 'more',
      required: false,
      maxLength: 12,
      pattern: '[A-Za-z ]*',
    },
    {
      id: 'tint',
      kind: 'color',
      name: {en: 'Back panel', de: 'Rückwand'},
      group: 'more',
      swatches: ['#ffffff', '#1d3557'],
      default: '#ffffff',
    },
  ],
  rules: [
    {
      id: 'span',
      when: "finish == 'oak' && width > 1200 mm",
      require: "legs == 'steel'",
      message: {
        en: 'Oak wider than 1200 mm needs steel legs.',
        de: 'Eiche über 1200 mm braucht Stahlbeine.',
      },
    },
    {id: 'plinthless', when: 'doors', require: "legs != 'plinth'"},
  ],
  price: {
    currency: 'EUR',
    taxIncluded: true,
    taxRate: '0.19',
    lines: [
      {id: 'base', label: {en: 'Shelf', de: 'Regal'}, amount: '249.00'},
      {id: 'door', label: {en: 'Doors', de: 'Türen'}, amount: '35.00', times: 'shelves', when: 'doors'},
    ],
  },
  bom: {lines: [{id: 'board', name: {en: 'Board', de: 'Brett'}, sku: 'BOARD', quantity: 'shelves + 2', unit: 'pc'}]},
  availability: {leadTimeDays: "finish == 'oak' ? 15 : 5"},
};

/** The least a product can be: no price, no rules, nothing open. */
export const block = {
  format: 1,
  id: 'test-block',
  version: '1',
  defaultLocale: 'en',
  name: 'Block',
  parameters: [{id: 'hollow', kind: 'boolean', name: 'Hollow', default: false}],
};
