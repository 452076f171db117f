import type {Vector} from './orbit.js';

/** What is to be seen, as simple shapes about one middle. In metres. */
export interface Extent {
  readonly center: Vector;
  /** Of a ball that holds it. */
  readonly radius: number;
  /** Of an upright cylinder that holds it. */
  readonly across: number;
  readonly halfHeight: number;
}

/** Vertical field of view unless said otherwise, in radians: 30°, as of a short telephoto, which keeps furniture from looking stretched. */
export const fieldOfView = Math.PI / 6;

/** Share of the picture that is filled in the tighter direction. */
const fill = 0.92;

/** How steeply products are mostly looked at: 16° from above. */
const usualTilt = (16 / 180) * Math.PI;

/**
 * From how far all of it is in the picture, from whichever side. The cylinder decides, so that what is flat and wide
 * fills a wide picture; from far above it may then be cut a little, which a step back cures. `aspect` is width by height,
 * `lens` the vertical field of view in radians.
 */
export function framingDistance(
  {radius, across, halfHeight}: Omit<Extent, 'center'>,
  aspect: number,
  lens = fieldOfView,
): number {
  const vertical = Math.tan(lens / 2) * fill;
  const horizontal = vertical * aspect;
  const [rise, run] = [Math.sin(usualTilt), Math.cos(usualTilt)];
  // The lower front edge decides the height, the sides of the upper rim the width: both are nearer than the middle.
  const byHeight = (halfHeight * run + across * rise) / vertical + Math.max(0, across * run - halfHeight * rise);
  const byWidth = Math.hypot(across / horizontal, across * run) + halfHeight * rise;
  const narrower = Math.atan(Math.min(vertical, horizontal));
  return Math.max(1e-6, Math.min(radius / Math.sin(narrower), Math.max(byHeight, byWidth)));
}

/** Near and far planes that hold the sphere (and a shadow about it) as tightly as depth precision deserves. */
export function clipPlanes(position: Vector, {center, radius}: Extent): {near: number; far: number} {
  const distance = Math.hypot(position[0] - center[0], position[1] - center[1], position[2] - center[2]);
  const reach = Math.max(radius, 1e-6) * 3;
  return {near: Math.max(distance - reach, distance / 500, 1e-6), far: distance + reach};
}
