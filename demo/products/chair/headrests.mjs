import {cushion, welts} from '../making/cushion.mjs';
import {join, outward, place} from '../making/surface.mjs';
import {lathe, refinePath, roundedPath, roundedRectangle, sweep} from '../making/sweep.mjs';

// A headrest hangs from the origin, which lies on the upper edge of the back; +Z is where the head is.
const cover = {name: 'Cover', color: '#b9b2a6', roughness: 0.9};
const hide = {name: 'Strap', color: '#5d3b26', roughness: 0.55};
const fine = (name, surface, material) => ({name, mesh: [{surface, material}], isFine: true});

/** A strap of leather over the back, with a counterweight behind it. */
function strap(x, startZ) {
  const path = refinePath(
    roundedPath(
      [
        {at: [x, -0.04, startZ]},
        {at: [x, 0.0165, startZ - 0.004], radius: 0.02},
        {at: [x, 0.0165, -0.13], radius: 0.025},
        {at: [x, -0.2, -0.132]},
      ],
      {steps: 6},
    ),
    0.06,
  );
  return outward(sweep({path, outline: roundedRectangle(0.003, 0.026, 0.0012, 2), up: [1, 0, 0]}));
}

const straps = (startZ) => fine('Straps', join(strap(-0.11, startZ), strap(0.11, startZ)), 'Strap');

/** A soft pillow. */
export function pillow() {
  const shape = {
    sizeM: [0.44, 0.03, 0.2],
    cornerM: 0.05,
    crownM: 0.034,
    puffM: 0.004,
    grid: 24,
    lowerGrid: 16,
    seed: 17,
  };
  const upright = {rotations: [['x', Math.PI / 2]], translation: [0, -0.1, 0.07]};
  const [cord] = welts(shape, 0.0038).map((surface) => place(surface, upright));
  return {
    name: 'Pillow',
    materials: [cover, hide],
    nodes: [
      fine('Headrest', join(...cushion(shape).map((surface) => place(surface, upright)), cord), 'Cover'),
      straps(0.056),
    ],
  };
}

/** A bolster with buttoned ends. */
export function bolster() {
  const [radius, half] = [0.062, 0.2];
  const end = [
    [0, half - 0.012],
    [0.012, half - 0.009],
    [0.034, half + 0.001],
    [0.05, half - 0.002],
    [0.0585, half - 0.011],
    [radius, half - 0.028],
  ];
  const body = Array.from({length: 9}, (_, k) => {
    const y = (half - 0.05) * (1 - k / 4);
    return [radius * (1 + 0.03 * (1 - (y / half) ** 2)), y];
  });
  const outline = [...end, ...body, ...end.map(([r, y]) => [r, -y]).toReversed()].toReversed();
  const lying = {rotations: [['z', -Math.PI / 2]], translation: [0, -0.075, 0.075]};
  const roll = place(withTrueWidth(lathe(outline, {sides: 40, creaseDeg: 75}), radius), lying);
  return {name: 'Bolster', materials: [cover, hide], nodes: [fine('Headrest', roll, 'Cover'), straps(0.052)]};
}

/** The lathe lays a turned leg's grain; cloth goes all the way round. */
function withTrueWidth(surface, radius) {
  return {...surface, uvs: surface.uvs.map((value, i) => (i % 2 ? (value / 0.12) * 2 * Math.PI * radius : value))};
}
