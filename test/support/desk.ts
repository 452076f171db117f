import {isHolder, reach, setMember} from './json.js';

/** A product that uses everything the format has. `desk()` gives a fresh copy to change. */
const whole = {
  '$schema': 'https://example.com/product.schema.json',
  '$comment': 'For tests.',
  'format': 1,
  'id': 'desk',
  'version': '2026.1',
  'defaultLocale': 'en',
  'name': {en: 'Desk', de: 'Tisch'},
  'description': 'Height-adjustable.',
  'groups': [
    {id: 'size', name: {en: 'Size'}, view: 'front'},
    {id: 'look', description: 'How it looks.'},
  ],
  'parameters': [
    {id: 'width', kind: 'number', unit: 'mm', min: 800, max: 2000, step: 10, default: 1200, group: 'size'},
    {id: 'depth', kind: 'number', unit: 'cm', min: '60', max: '90.5', step: '0.5', control: 'slider'},
    {id: 'drawers', kind: 'integer', min: 0, max: 4, default: 2},
    {
      id: 'finish',
      kind: 'choice',
      name: {en: 'Finish', de: 'Oberfläche'},
      group: 'look',
      default: 'oak',
      options: [
        {
          id: 'oak',
          name: {en: 'Oak', de: 'Eiche'},
          description: {en: 'Oiled.'},
          sku: '007',
          attributes: {density: '0.72', grain: 'long', code: '10'},
          price: '40.00',
          color: '#C8A26B',
          image: 'oak.webp',
        },
        {id: 'white', sku: '008', attributes: {density: '0.6', grain: 'none'}, price: '0.00'},
      ],
    },
    {id: 'frame', kind: 'choice', options: [{id: 'steel'}, {id: 'oak'}]},
    {
      id: 'extras',
      kind: 'choices',
      min: 0,
      max: 2,
      default: ['tray', 'lamp'],
      options: [
        {id: 'lamp', price: '30.00'},
        {id: 'tray', price: '12.50'},
        {id: 'hook', price: '3.00'},
      ],
    },
    {id: 'lift', kind: 'boolean', default: false},
    {id: 'motor', kind: 'choice', active: 'lift', options: [{id: 'one'}, {id: 'two'}]},
    {id: 'label', kind: 'text', required: false, minLength: 1, maxLength: 12, pattern: '[A-Z ]+', area: 'plate'},
    {id: 'tint', kind: 'color', swatches: ['#FFFFFF', '#1d3557'], free: false, default: '#1D3557'},
  ],
  'derived': [
    {id: 'weight', formula: "area * 20 mm * attribute(finish, 'density') * 1 g / (1000 mm * 1 mm2)"},
    {id: 'area', formula: 'width * depth'},
  ],
  'tables': {
    motorPrice: {
      columns: ['motor', 'price'],
      rows: [
        ['one', 180],
        ['two', '260.00'],
      ],
    },
  },
  'rules': [
    {
      id: 'span',
      when: "finish == 'oak' && width > 1800 mm",
      require: "frame == 'steel'",
      message: {en: 'Oak at {width} needs a steel frame.'},
    },
    {
      id: 'frames',
      table: ['finish', 'drawers', 'frame', 'lift', 'depth'],
      rows: [
        ['oak', [0, 1, '2'], {any: true}, false, {any: true}],
        ['white', {any: true}, ['steel', 'oak'], [true, false], 60.5],
        ['oak', {any: true}, {any: true}, true, [60, '70.0']],
      ],
    },
  ],
  'price': {
    currency: 'EUR',
    taxIncluded: true,
    taxRate: '0.19',
    lines: [
      {id: 'base', label: {en: 'Desk', de: 'Tisch'}, amount: '249.00'},
      {id: 'top', label: 'Top', rate: '0.000045', of: 'area'},
      {id: 'drawer', label: 'Drawers', amount: 35, times: 'drawers', when: 'drawers > 0'},
      {id: 'motor', label: 'Motor', amount: "lookup('motorPrice', 'price', motor)", when: 'lift'},
      {id: 'engraving', label: 'Engraving', amount: '1.5', times: 'length(label)'},
      {id: 'bulk', label: 'Bulk', amount: '-10', when: 'quantity >= 10'},
    ],
  },
  'parts': {
    top: {
      name: {en: 'Top'},
      sku: 'TOP',
      material: {formula: "attribute(finish, 'grain')"},
      size: ['width', 'depth', '20 mm'],
    },
    screw: {sku: {formula: "attribute(finish, 'sku')"}},
  },
  'bom': {
    lines: [
      {id: 'top', part: 'top', quantity: 1, unit: 'pc'},
      {
        id: 'drawers',
        name: 'Drawer set',
        quantity: 'drawers',
        unit: 'pc',
        lines: [
          {id: 'screws', part: 'screw', quantity: '8', unit: 'pc'},
          {id: 'runner', sku: 'RUN-5', quantity: 2, unit: 'pc', when: 'width >= 1000 mm'},
        ],
      },
    ],
  },
  'scene': {
    models: [
      {id: 'body', src: 'desk.glb'},
      {id: 'lamp', src: 'lamp.glb', load: 'demand'},
    ],
    bindings: [
      {set: '/nodes/@Lift/extensions/KHR_node_visibility/visible', to: 'lift'},
      {set: '/nodes/@Top/scale', to: ['width / 1000 mm', 1, 'depth / 1 m']},
      {set: '/nodes/@Top/translation', to: ['0 mm', 'width / 2', '-35 mm']},
      {set: '/nodes/@Top/twik:material', to: 'finish'},
      {set: '/nodes/@Lamp/twik:mount', to: "'lamp' in extras ? 'lamp' : null"},
      {set: '/materials/@Accent/pbrMetallicRoughness/baseColorFactor', to: 'tint'},
      {set: '/materials/@Frame/pbrMetallicRoughness/baseColorFactor', to: '#FF8000'},
      {set: '/materials/@Glass/emissiveFactor', to: [0, '0.5', 1]},
      {set: '/materials/@Wood/normalTexture/extensions/KHR_texture_transform/rotation', to: '90 deg'},
      {set: '/nodes/@Drawer/twik:repeat', to: {count: 'drawers', step: ['0 mm', '120 mm', '0 mm']}},
      {
        set: '/nodes/@Plate/twik:print',
        to: {text: 'label', color: 'tint', font: 'Inter', weight: 600, align: 'left', size: ['80 mm', '20 mm']},
      },
      {model: 'lamp', set: '/twik:variant', to: 'motor'},
    ],
    views: {front: {orbitDeg: [30, 75], distanceM: 2.4, targetM: [0, 0.4, 0]}, top: {orbitDeg: [0, 0]}},
    environment: 'neutral',
  },
  'availability': {leadTimeDays: "finish == 'oak' ? 15 : 5"},
  'renamed': {parameters: {wood: 'finish'}, options: {'wood.light_oak': 'oak', 'frame.metal': 'steel'}},
  'examples': [{picks: {width: 1400, extras: ['lamp']}, expect: {price: '400.00', consistent: true, complete: false}}],
  'x-source': {system: 'pim'},
};

export type Json = null | boolean | number | string | Json[] | {[key: string]: Json};

/** A fresh copy as plain JSON. */
export function desk(): {[key: string]: Json} {
  return JSON.parse(JSON.stringify(whole));
}

/** A copy with the value at a JSON pointer replaced, added, or (by `undefined`) removed; `-` appends to a list. */
export function deskWith(...changes: readonly (readonly [pointer: string, value: unknown])[]): {[key: string]: Json} {
  const copy = desk();
  for (const [pointer, value] of changes) {
    const keys = pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    const holder = reach(copy, keys);
    if (!isHolder(holder)) throw new Error(`There is nothing at ${pointer} to change.`);
    setMember(holder, last, value);
  }
  return copy;
}
