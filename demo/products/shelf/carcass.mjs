import {board} from '../making/board.mjs';
import {blackSteel, brass, lacquerMaterial, woodMaterial, woods} from '../making/timber.mjs';
import {tiles} from '../making/glb.mjs';
import {webp} from '../making/picture.mjs';
import {shadePicture} from '../making/shade.mjs';
import {woodTileM} from '../making/wood.mjs';
import {emptySurface, join, place} from '../making/surface.mjs';
import {lathe, roundedPath, roundedRectangle, sweep} from '../making/sweep.mjs';

// Sizes at weight 0; product.json counts from them.
const [width, height, depth] = [0.8, 1.2, 0.34];
const thick = 0.018;
const deg = Math.PI / 180;

// Boards grow with the shelf, and their grain must not: the materials of flat boards, uprights and doors each have a
// texture transform of their own, which the product binds to its sizes. It is 1 at weight 0.
const lays = ['H', 'V', 'D'];
const laidByBinding = (texture, _sizeM, more = {}) => ({texture, ...more, transform: {scale: [1, 1]}});

const shade = {occlusion: {texture: 'shade', texCoord: 1}};

const materials = [
  ...woods.flatMap((finish) => [
    woodMaterial(finish, {use: tiles}),
    ...lays.map((lay) => ({...woodMaterial(finish, {name: `${finish}_${lay}`, use: laidByBinding}), ...shade})),
  ]),
  {...lacquerMaterial('White', '#efede6', tiles), ...shade},
  {...lacquerMaterial('Sage', '#8d9a83', tiles), ...shade},
  {...lacquerMaterial('Back', '#e9e4d8', tiles), ...shade},
  blackSteel,
  brass,
  {name: 'Paper', color: '#f3eddd', roughness: 0.9},
];

/** Soft shadows on the two faces across an axis: the one towards minus, the one towards plus. */
const on = (axis, minus, plus) => (faceAxis, side) => (faceAxis === axis ? (side < 0 ? minus : plus) : null);

const panel = (name, material, options, placement = {}) => ({
  name,
  mesh: [{surface: board(options), material}],
  uvUnitM: woodTileM,
  ...placement,
});
const flat = (name, sizeM, cut, shades, placement) =>
  panel(
    name,
    'Oak_H',
    {sizeM, cut, grain: 'x', thickness: 'y', grows: ['x', 'z'], shade: on('y', ...shades)},
    placement,
  );
const upright = (name, sizeM, cut, shades, placement) =>
  panel(
    name,
    'Oak_V',
    {sizeM, cut, grain: 'y', thickness: 'x', grows: ['y', 'z'], shade: on('x', ...shades)},
    placement,
  );
const door = (name, cut, children, placement) =>
  panel(
    name,
    'Oak_D',
    {
      sizeM: [0.38, 0.3, thick],
      cut,
      grain: 'y',
      thickness: 'z',
      grows: ['x', 'y'],
      shade: (axis, side) => (axis === 'x' || (axis === 'y' && side < 0) ? 'under' : null),
    },
    {
      ...placement,
      children,
    },
  );

const turned = (angleDeg) => [0, Math.sin((angleDeg * deg) / 2), 0, Math.cos((angleDeg * deg) / 2)];
const socket = (name, angleDeg, translation) => ({name, rotation: turned(angleDeg), translation});

/** A brass frame on the edge of the top board that holds a card; the words are printed on `LabelPrint`. */
function label() {
  const ring = roundedPath(
    [
      [-0.039, -0.0105],
      [0.039, -0.0105],
      [0.039, 0.0105],
      [-0.039, 0.0105],
    ].map(([x, y]) => ({at: [x, y, 0.001], radius: 0.003})),
    {closed: true, steps: 4},
  );
  const frame = sweep({path: ring, outline: roundedRectangle(0.0036, 0.0026, 0.0008, 2), closed: true, up: [0, 0, 1]});
  const rivet = place(
    lathe(
      [
        [0.0022, 0],
        [0.0022, 0.0026],
        [0.0016, 0.0032],
        [0, 0.0034],
      ],
      {sides: 16},
    ),
    {
      rotations: [['x', Math.PI / 2]],
    },
  );
  const rivets = [-0.039, 0.039].map((x) => place(rivet, {translation: [x, 0, 0.0002]}));
  const card = board({sizeM: [0.076, 0.019, 0.0008], grain: 'x', thickness: 'z', bevelM: 0.0002});
  const print = {
    ...emptySurface(),
    positions: [-0.033, -0.007, 0, 0.033, -0.007, 0, 0.033, 0.007, 0, -0.033, 0.007, 0],
    normals: [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1],
    uvs: [0, 1, 1, 1, 1, 0, 0, 0],
    indices: [0, 1, 2, 0, 2, 3],
  };
  return {
    name: 'Label',
    visible: false,
    translation: [0, height - 0.0095, depth / 2],
    children: [
      {name: 'LabelFrame', mesh: [{surface: join(frame, ...rivets), material: 'Brass'}], isFine: true},
      {name: 'LabelCard', mesh: [{surface: card, material: 'Paper'}], isFine: true},
      {name: 'LabelPrint', mesh: [{surface: print, material: 'Paper'}], uvUnitM: [1, 1], translation: [0, 0, 0.0006]},
    ],
  };
}

/** An angle of steel that ties the top board to the wall. */
function bracket(name, x) {
  const strip = (sizeM, translation) =>
    place(board({sizeM, grain: 'x', thickness: 'y', bevelM: 0.0008}), {translation});
  const screw = lathe(
    [
      [0.005, 0],
      [0.0045, 0.002],
      [0.002, 0.0026],
      [0, 0.0026],
    ],
    {sides: 16},
  );
  const surface = join(
    strip([0.024, 0.0025, 0.06], [0, 0.00125, 0.03]),
    strip([0.024, 0.032, 0.0025], [0, 0.016, 0.00125]),
    ...[0.022, 0.046].map((z) => place(screw, {translation: [0, 0.0025, z]})),
    place(screw, {rotations: [['x', Math.PI / 2]], translation: [0, 0.02, 0.0025]}),
  );
  return {
    name,
    visible: false,
    translation: [x, height, -depth / 2],
    mesh: [{surface, material: 'BlackSteel'}],
    isFine: true,
  };
}

/** All of the shelf that is there from the start: boards, back, doors, label, and the places for legs and handles. */
export async function carcass(timber) {
  const shadows = await webp(shadePicture(), 90);
  const inner = width - 2 * thick;
  const [x, z] = [width / 2 - 0.08, depth / 2 - 0.07];
  const shelf = [inner, thick, depth - 0.028];
  const handle = (name, at) => ({name, translation: [at, 0.04, thick / 2]});
  return {
    name: 'Modular shelf',
    textures: [...timber.textures, {name: 'shade', bytes: shadows}],
    materials,
    nodes: [
      {
        name: 'Carcass',
        translation: [0, 0.15, 0],
        children: [
          flat('Top', [width, thick, depth], [0.1, 0.03], ['flat', null], {translation: [0, height - thick / 2, 0]}),
          flat('Bottom', [width, thick, depth], [0.5, 0.21], ['under', 'flat'], {translation: [0, thick / 2, 0]}),
          upright('SideLeft', [thick, height - 2 * thick, depth], [0.3, 0.12], [null, 'upright'], {
            translation: [-width / 2 + thick / 2, height / 2, 0],
          }),
          upright('SideRight', [thick, height - 2 * thick, depth], [0.75, 0.34], ['upright', null], {
            translation: [width / 2 - thick / 2, height / 2, 0],
          }),
          upright('Divider', [thick, height - 2 * thick, depth - 0.03], [0.05, 0.41], ['upright', 'upright'], {
            translation: [0, height / 2, -0.009],
          }),
          flat('ShelfOdd', shelf, [0.2, 0.14], ['flat', 'flat'], {translation: [0, 0.3, -0.008]}),
          flat('ShelfEven', shelf, [0.85, 0.37], ['flat', 'flat'], {translation: [0, 0.6, -0.008]}),
          panel(
            'Back',
            'Back',
            {
              sizeM: [inner, height - 2 * thick, 0.006],
              grain: 'x',
              thickness: 'z',
              bevelM: 0.0005,
              grows: ['x', 'y'],
              shade: on('z', null, 'back'),
            },
            {translation: [0, height / 2, -depth / 2 + 0.004]},
          ),
          panel(
            'Plinth',
            'Oak_H',
            {
              sizeM: [width - 0.04, 0.08, depth - 0.05],
              cut: [0.4, 0.26],
              grain: 'x',
              thickness: 'z',
              grows: ['x', 'z'],
              shade: () => 'under',
            },
            {translation: [0, -0.04, 0], visible: false},
          ),
          door('DoorLeft', [0.15, 0.05], [handle('HandleLeft', 0.155)], {translation: [-0.19, 0.17, depth / 2 - 0.01]}),
          door('DoorRight', [0.15, 0.431], [handle('HandleRight', -0.155)], {
            translation: [0.19, 0.17, depth / 2 - 0.01],
          }),
          label(),
          bracket('BracketLeft', -width / 2 + 0.15),
          bracket('BracketRight', width / 2 - 0.15),
          socket('LegFrontLeft', -90, [-x, 0, z]),
          socket('LegFrontRight', 0, [x, 0, z]),
          socket('LegBackLeft', 180, [-x, 0, -z]),
          socket('LegBackRight', 90, [x, 0, -z]),
          socket('LegFrontMiddle', -45, [0, 0, z]),
          socket('LegBackMiddle', 135, [0, 0, -z]),
        ],
      },
    ],
  };
}
