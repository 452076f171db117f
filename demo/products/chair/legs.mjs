import {blackSteel, brass} from '../making/timber.mjs';
import {add, join, mirrorX, outward, scale, subtract} from '../making/surface.mjs';
import {circle, refinePath, roundedPath, sweep} from '../making/sweep.mjs';
import {sideX} from './frame.mjs';

// Tops and feet of the right legs; the left ones are their mirror image.
const front = {top: [sideX, 0.225, 0.225], foot: [sideX + 0.012, 0, 0.275]};
const back = {top: [sideX, 0.205, -0.2], foot: [sideX + 0.012, 0, -0.305]};
const wood = {name: 'Oak', color: '#c9ab82', roughness: 0.58};
const felt = {name: 'Felt', color: '#2f2d2b'};
const fine = (name, surface, material) => ({name, mesh: [{surface, material}], isFine: true});
const bothSides = (surfaces) => join(...surfaces, ...surfaces.map(mirrorX));

/** A stretch of a tapered leg, from one share of its length to another; `more` is added to its radius. */
function stretch({top, foot}, from, to, more = 0) {
  const at = (share) => add(top, scale(subtract(foot, top), share));
  const radius = (share) => 0.0195 - 0.0085 * share + more;
  const count = 4;
  const path = Array.from({length: count + 1}, (_, k) => at(from + ((to - from) * k) / count));
  return outward(sweep({path, outline: (share) => circle(radius(from + (to - from) * share), 22)}));
}

const pair = (from, to, more) => bothSides([stretch(front, from, to, more), stretch(back, from, to, more)]);

/** Four turned legs of the frame's wood. */
export const taper = () => ({
  name: 'Tapered legs',
  materials: [wood, felt],
  nodes: [fine('Legs', pair(0, 0.985), 'Oak'), fine('Glides', pair(0.98, 1, -0.0015), 'Felt')],
});

/** The same with shoes of brass. */
export const shod = () => ({
  name: 'Tapered legs with brass shoes',
  materials: [wood, brass, felt],
  nodes: [
    fine('Legs', pair(0, 0.72), 'Oak'),
    fine('Shoes', pair(0.7, 0.99, 0.0012), 'Brass'),
    fine('Glides', pair(0.98, 1, -0.0015), 'Felt'),
  ],
});

/** Two runners of bent steel tube. */
export function runners() {
  const radius = 0.0085;
  const path = refinePath(
    roundedPath(
      [
        {at: [sideX, 0.222, 0.215]},
        {at: [sideX + 0.006, radius, 0.3], radius: 0.045},
        {at: [sideX + 0.006, radius, -0.34], radius: 0.045},
        {at: [sideX, 0.205, -0.2]},
      ],
      {steps: 10},
    ),
    0.12,
  );
  const tube = outward(sweep({path, outline: circle(radius, 14)}));
  const brace = (y, z) =>
    outward(
      sweep({
        path: [
          [-sideX - 0.003, y, z],
          [sideX + 0.003, y, z],
        ],
        outline: circle(0.006, 12),
      }),
    );
  return {
    name: 'Steel runners',
    materials: [blackSteel],
    nodes: [fine('Runners', join(bothSides([tube]), brace(0.12, -0.268)), 'BlackSteel')],
  };
}
