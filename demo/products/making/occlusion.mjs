import {rotate, subtract} from './surface.mjs';

/**
 * A box that keeps light away: where it is, how it is turned, and half its size less the radius of its edges.
 *
 * @typedef {{center: number[], tiltRad: number, halfM: number[], radiusM: number}} Blocker
 */

/** How far a point is from a blocker; below 0 it is inside. */
function distance(point, {center, tiltRad, halfM, radiusM}) {
  const local = rotate(subtract(point, center), 'x', -tiltRad).map((value, k) => Math.abs(value) - halfM[k]);
  const outside = Math.hypot(...local.map((value) => Math.max(value, 0)));
  return outside + Math.min(Math.max(...local), 0) - radiusM;
}

/**
 * How much of the light reaches each point of a surface, 0..1: a walk away from the surface that meets other things
 * sooner than open space would let it is in a corner.
 *
 * @param {import('./surface.mjs').Surface} surface
 * @param {Blocker[]} blockers All but what the surface itself stands for.
 * @param {number} reachM How far corners are felt.
 */
export function lightOn({positions, normals}, blockers, reachM = 0.16) {
  const steps = 5;
  const light = [];
  for (let i = 0; i < positions.length; i += 3) {
    let lost = 0;
    let whole = 0;
    for (let k = 1; k <= steps; k++) {
      const far = (reachM * k) / steps;
      const at = [0, 1, 2].map((d) => positions[i + d] + normals[i + d] * far);
      // The floor keeps light away as well.
      const free = Math.min(far, at[1] + far * 0.35, ...blockers.map((blocker) => distance(at, blocker)));
      const weight = 1 / k;
      lost += weight * Math.min(1, Math.max(0, (far - free) / far));
      whole += weight;
    }
    light.push(1 - 0.75 * (lost / whole));
  }
  return light;
}
