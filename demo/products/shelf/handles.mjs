import {blackSteel, brass} from '../making/timber.mjs';
import {join, outward, place} from '../making/surface.mjs';
import {lathe, refinePath, roundedPath, roundedRectangle, sweep} from '../making/sweep.mjs';

// Every handle stands on the plane z = 0 and reaches towards +Z.
const towardsViewer = [['x', Math.PI / 2]];
const fine = (name, surface, material) => ({name, mesh: [{surface, material}], isFine: true});

/** A round bar on two posts. */
export function bar() {
  const half = 0.08;
  const end = [
    [0, -half],
    [0.0032, -half],
    [0.0044, -half + 0.0006],
    [0.005, -half + 0.002],
  ];
  const rod = lathe([...end, ...end.map(([r, y]) => [r, -y]).toReversed()], {sides: 24});
  const post = place(
    lathe(
      [
        [0.0085, 0],
        [0.0085, 0.0015],
        [0.0075, 0.0025],
        [0.0042, 0.004],
        [0.0038, 0.008],
        [0.0038, 0.03],
      ],
      {sides: 20},
    ),
    {rotations: towardsViewer},
  );
  const posts = [-0.064, 0.064].map((y) => place(post, {translation: [0, y, 0]}));
  return {
    name: 'Bar handle',
    materials: [brass],
    nodes: [fine('Handle', join(place(rod, {translation: [0, 0, 0.03]}), ...posts), 'Brass')],
  };
}

/** A turned knob. */
export function knob() {
  const profile = [
    [0.0095, 0],
    [0.0095, 0.0012],
    [0.0085, 0.002],
    [0.0062, 0.004],
    [0.0055, 0.008],
    [0.0062, 0.0115],
    [0.0095, 0.0148],
    [0.0135, 0.017],
    [0.0155, 0.0195],
    [0.016, 0.022],
    [0.0155, 0.0245],
    [0.0142, 0.026],
    [0.0125, 0.0266],
    [0.008, 0.0258],
    [0, 0.0252],
  ];
  return {
    name: 'Turned knob',
    materials: [blackSteel],
    nodes: [
      fine('Handle', place(lathe(profile, {sides: 36, creaseDeg: 50}), {rotations: towardsViewer}), 'BlackSteel'),
    ],
  };
}

/** A strap of leather, folded to a loop and held by a brass screw. */
export function loop() {
  const path = refinePath(
    roundedPath(
      [
        {at: [0, 0.012, 0.0012]},
        {at: [0, -0.012, 0.0014], radius: 0.02},
        {at: [0, -0.052, 0.009], radius: 0.009},
        {at: [0, -0.05, 0.027], radius: 0.009},
        {at: [0, -0.013, 0.0042], radius: 0.03},
        {at: [0, 0.012, 0.0036]},
      ],
      {steps: 8},
    ),
    0.008,
  );
  const strap = outward(sweep({path, outline: roundedRectangle(0.0022, 0.022, 0.0009, 2), up: [1, 0, 0]}));
  const screw = place(
    lathe(
      [
        [0.0062, 0.0045],
        [0.0062, 0.0058],
        [0.0052, 0.0068],
        [0.003, 0.0072],
        [0, 0.0072],
      ],
      {sides: 24},
    ),
    {rotations: towardsViewer},
  );
  return {
    name: 'Leather loop',
    materials: [{name: 'Leather', color: '#a5673c', roughness: 0.62}, brass],
    nodes: [fine('Handle', strap, 'Leather'), fine('Screw', screw, 'Brass')],
  };
}
