import {block} from '../../support/products.js';
import {cubeUrl} from './glb.js';

/** A product that shows the cube, which is red in its file, in the colour that is picked: blue by default. */
export const cubeProduct = () => ({
  ...block,
  id: 'test-cube',
  name: 'Cube',
  parameters: [
    ...block.parameters,
    {id: 'tint', kind: 'color', name: 'Tint', swatches: ['#0000ff', '#ff0000', '#00ff00'], default: '#0000ff'},
  ],
  scene: {
    models: [{id: 'cube', src: cubeUrl()}],
    bindings: [{set: '/materials/@Red/pbrMetallicRoughness/baseColorFactor', to: 'tint'}],
    views: {front: {orbitDeg: [0, 80]}},
  },
});
