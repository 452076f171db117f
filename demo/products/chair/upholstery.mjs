import {channels, crossings, cushion, diamonds, welts} from '../making/cushion.mjs';
import {lightOn} from '../making/occlusion.mjs';
import {add, join, place, rotate} from '../making/surface.mjs';
import {lathe} from '../making/sweep.mjs';

const deg = Math.PI / 180;

// A cushion is sewn lying flat; these lay it on the chair.
const onSeat = {rotations: [['x', 4.5 * deg]], translation: [0, 0.318, 0.085]};
const recline = 18 * deg;
const onBack = (out, up) => ({
  rotations: [['x', Math.PI / 2 - recline]],
  translation: add([0, 0.225, -0.262], rotate([0, up, out], 'x', -recline)),
});

const laid = (surfaces, placement) => surfaces.map((surface) => place(surface, placement));

const seatShape = {
  sizeM: [0.586, 0.118, 0.58],
  cornerM: 0.05,
  crownM: 0.03,
  puffM: 0.014,
  seed: 3,
  grid: 32,
  lowerGrid: 8,
};
const deckShape = {sizeM: [0.575, 0.03, 0.5], cornerM: 0.03, crownM: 0.004, puffM: 0.003, grid: 8, lowerGrid: 8};
const backShape = {sizeM: [0.584, 0.098, 0.53], cornerM: 0.055, crownM: 0.036, puffM: 0.014, seed: 9, lowerGrid: 10};
const shellShape = {
  sizeM: [0.575, 0.03, 0.62],
  cornerM: 0.06,
  crownM: 0.007,
  puffM: 0.004,
  grid: 14,
  lowerGrid: 20,
  seed: 5,
};

const seatPlace = onSeat;
const deckPlace = {rotations: onSeat.rotations, translation: [0, 0.232, 0.05]};
const shellPlace = onBack(0, 0.31);
const backPlace = onBack(0.095, 0.395);

const quiltGrid = 56;
const period = 14;
const quilts = {
  plain: {grid: 34},
  channel: {grid: quiltGrid, quilt: (at) => channels(7, 0.02)(at, backShape.sizeM[0])},
  diamond: {grid: quiltGrid, quilt: diamonds(period, 0.024)},
};

/** Ways to stitch the back. */
export const quiltNames = Object.keys(quilts);

/** Buttons where the diamonds meet, sunk into the cover. */
function buttons(panel) {
  const button = lathe(
    [
      [0.0085, -0.002],
      [0.009, 0.0008],
      [0.0078, 0.0032],
      [0.0045, 0.0046],
      [0, 0.005],
    ],
    {
      sides: 12,
      creaseDeg: 80,
    },
  );
  return crossings(period, quiltGrid).map(([i, j]) => {
    const at = ((quiltGrid - j) * (quiltGrid + 1) + i) * 3;
    return place(button, {translation: panel.positions.slice(at, at + 3)});
  });
}

const blocker = ({rotations: [[, tiltRad]], translation}, {sizeM: [width, thickness, depth], crownM}) => ({
  center: translation,
  tiltRad,
  halfM: [width / 2 - 0.03, thickness / 2 + crownM * 0.6 - 0.03, depth / 2 - 0.03],
  radiusM: 0.03,
});
const seatBlocker = blocker(seatPlace, seatShape);
const backBlocker = blocker(backPlace, backShape);
const shellBlocker = blocker(shellPlace, {...shellShape, sizeM: [0.575, 0.07, 0.62]});

const lit = (surface, ...blockers) => ({...surface, lights: lightOn(surface, blockers)});

function backCushion(name) {
  const parts = cushion({...backShape, ...quilts[name]});
  const sewn = join(...laid(name === 'diamond' ? [...parts, ...buttons(parts[0])] : parts, backPlace));
  return lit(sewn, seatBlocker, shellBlocker);
}

/** All that is sewn, as surfaces by name. */
export function upholstery() {
  const seat = join(...laid(cushion(seatShape), seatPlace));
  const deck = join(...laid(cushion(deckShape), deckPlace));
  const shell = join(...laid(cushion(shellShape), shellPlace));
  const piping = join(
    ...laid(welts(seatShape), seatPlace),
    ...laid(welts(backShape), backPlace),
    ...laid(welts(shellShape, 0.0036), shellPlace),
  );
  return {
    seat: lit(seat, backBlocker, shellBlocker),
    deck: lit(deck, seatBlocker, shellBlocker),
    shell: lit(shell, backBlocker, seatBlocker),
    backs: Object.fromEntries(quiltNames.map((name) => [name, backCushion(name)])),
    piping: {...piping, lights: lightOn(piping, [seatBlocker, backBlocker, shellBlocker], 0.02)},
  };
}

/** Where a headrest hangs: the middle of the back cushion's upper edge. */
export const headrestPlace = {
  translation: add([0, 0.225, -0.262], rotate([0, 0.66, 0.1], 'x', -recline)),
  rotation: [Math.sin(-recline / 2), 0, 0, Math.cos(recline / 2)],
};
