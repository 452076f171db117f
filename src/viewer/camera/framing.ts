import type {Vector} from './orbit.js';

/** A ball that holds what is to be seen. In metres. */
export interface Sphere {
  readonly center: Vector;
  readonly radius: number;
}

/** Vertical field of view, in radians: 30°, as of a short telephoto, which keeps furniture from looking stretched. */
export const fieldOfView = Math.PI / 6;

/** Share of the picture that the sphere fills in the narrower direction. */
const fill = 0.94;

/** From how far the whole sphere is in the picture, whatever its shape. `aspect` is width by height. */
export function framingDistance(radius: number, aspect: number): number {
  const vertical = Math.tan(fieldOfView / 2);
  const narrower = Math.atan(vertical * Math.min(1, aspect));
  return Math.max(radius, 1e-6) / (Math.sin(narrower) * fill);
}

/** Near and far planes that hold the sphere (and a shadow about it) as tightly as depth precision deserves. */
export function clipPlanes(position: Vector, {center, radius}: Sphere): {near: number; far: number} {
  const distance = Math.hypot(position[0] - center[0], position[1] - center[1], position[2] - center[2]);
  const reach = Math.max(radius, 1e-6) * 3;
  return {near: Math.max(distance - reach, distance / 500, 1e-6), far: distance + reach};
}
