import {blackSteel} from '../making/timber.mjs';
import {board} from '../making/board.mjs';
import {join, place} from '../making/surface.mjs';
import {circle, lathe, refinePath, roundedPath, sweep} from '../making/sweep.mjs';

// Every leg hangs below the origin and leans out towards +X +Z, where the corner of the shelf is.
const outward = Math.PI / 4;

/** Two rods of a hairpin under a plate with screws. */
export function hairpin() {
  const path = refinePath(
    roundedPath(
      [
        {at: [-0.029, -0.003, -0.014]},
        {at: [-0.0075, -0.16 + 0.0055, 0.026], radius: 0.007},
        {at: [0.0075, -0.16 + 0.0055, 0.026], radius: 0.007},
        {at: [0.029, -0.003, -0.014]},
      ],
      {steps: 6},
    ),
    0.05,
  );
  const rod = sweep({path, outline: circle(0.0055, 12)});
  const plate = place(board({sizeM: [0.074, 0.004, 0.042], grain: 'x', thickness: 'y', bevelM: 0.0015}), {
    translation: [0, -0.002, -0.01],
  });
  const screw = lathe(
    [
      [0.0055, -0.0035],
      [0.0048, -0.006],
      [0.0022, -0.007],
      [0, -0.007],
    ].toReversed(),
    {sides: 12},
  );
  const screws = [-0.016, 0.016].map((x) => place(screw, {translation: [x, 0, -0.018]}));
  const surface = place(join(plate, rod, ...screws), {rotations: [['y', outward]]});
  return {
    name: 'Hairpin leg',
    materials: [blackSteel],
    nodes: [{name: 'Leg', mesh: [{surface, material: 'BlackSteel'}], isFine: true}],
  };
}

/** A turned leg that tapers to its foot, on a felt glide. The product dresses it in a wood of the shelf's own file. */
export function taper() {
  const profile = [
    [0, -0.148],
    [0.0095, -0.148],
    [0.0115, -0.1465],
    [0.0125, -0.144],
    [0.0155, -0.1],
    [0.0188, -0.05],
    [0.0212, -0.012],
    [0.0212, -0.004],
    [0.0195, -0.002],
    [0.0195, 0],
  ];
  const lean = [
    ['x', -0.12],
    ['y', outward],
  ];
  const glide = lathe(
    [
      [0, -0.15],
      [0.008, -0.15],
      [0.009, -0.149],
      [0.009, -0.147],
    ],
    {sides: 24},
  );
  return {
    name: 'Tapered leg',
    materials: [
      {name: 'Oak', color: '#c9ab82', roughness: 0.58},
      {name: 'Felt', color: '#2f2d2b'},
    ],
    nodes: [
      {
        name: 'Leg',
        mesh: [{surface: place(lathe(profile, {sides: 32}), {rotations: lean}), material: 'Oak'}],
        isFine: true,
      },
      {name: 'Glide', mesh: [{surface: place(glide, {rotations: lean}), material: 'Felt'}], isFine: true},
    ],
  };
}
