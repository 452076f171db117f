import {covers} from '../making/fabric.mjs';
import {tiles} from '../making/glb.mjs';
import {halve, webp} from '../making/picture.mjs';
import {woodMaterial} from '../making/timber.mjs';
import {frame} from './frame.mjs';
import {headrestPlace, upholstery} from './upholstery.mjs';

const title = (name) => name[0].toUpperCase() + name.slice(1);
const materialOf = (cover) => `Cover_${title(cover)}`;

/** How each cover takes the light. The sheen of pile and wool is what sets them apart from paint. */
const looks = {
  boucle: {roughness: 0.95, sheen: [0.22, 0.9]},
  linen: {roughness: 0.88, sheen: [0.08, 0.7]},
  velvet: {roughness: 0.85, sheen: [0.55, 0.36]},
  wool: {roughness: 0.95, sheen: [0.18, 0.7]},
  cord: {roughness: 0.9, sheen: [0.35, 0.42]},
  leather: {roughness: 0.5, sheen: [0, 0.5]},
};

function coverMaterial(cover) {
  const {tileM} = covers[cover];
  const {
    roughness,
    sheen: [strength, spread],
  } = looks[cover];
  const size = [tileM, tileM];
  return {
    name: materialOf(cover),
    color: '#5c6b4e',
    roughness,
    colorTexture: tiles(`${cover}-color`, size),
    normal: tiles(`${cover}-normal`, size),
    extensions: {KHR_materials_sheen: {sheenColorFactor: [strength, strength, strength], sheenRoughnessFactor: spread}},
  };
}

/** The chair without legs and headrest, every cover in it as a variant. */
export async function chair(timber, cloths) {
  const names = Object.keys(cloths);
  const textures = [];
  for (const [name, {color, normal}] of Object.entries(cloths)) {
    textures.push({name: `${name}-color`, bytes: await webp(color, 70)});
    textures.push({name: `${name}-normal`, bytes: await webp(normal, 52)});
  }
  // Its wood is narrow: half as many pixels do.
  for (const {name, bytes} of timber.textures.filter(({name}) => name !== 'lacquer')) {
    textures.push({name, bytes: await halve(bytes)});
  }
  const variants = Object.fromEntries(names.map((name) => [name, materialOf(name)]));
  const covered = (name, surface, more = {}) => ({
    name,
    mesh: [{surface, material: materialOf('velvet'), variants}],
    isFine: true,
    ...more,
  });
  const {seat, deck, shell, backs, piping} = upholstery();
  return {
    name: 'Lounge chair',
    textures,
    variants: names,
    materials: [
      ...names.map(coverMaterial),
      ...['Oak', 'Walnut', 'Black'].map((finish) => woodMaterial(finish, {use: tiles})),
      {...coverMaterial('linen'), name: 'Piping', color: '#e8e0cf'},
    ],
    nodes: [
      {name: 'Frame', mesh: [{surface: frame(), material: 'Oak'}], isFine: true},
      covered('Seat', seat),
      covered('Deck', deck),
      covered('Shell', shell),
      covered('BackPlain', backs.plain),
      covered('BackChannel', backs.channel, {visible: false}),
      covered('BackDiamond', backs.diamond, {visible: false}),
      covered('Welt', piping),
      {name: 'Piping', mesh: [{surface: piping, material: 'Piping'}], isFine: true, visible: false},
      {name: 'Legs'},
      {name: 'Headrest', ...headrestPlace},
    ],
  };
}
