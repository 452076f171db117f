export type Vector = readonly [number, number, number];

/** Where a camera is: on a sphere about what it looks at. */
export interface Orbit {
  /** About the vertical axis, from the front (+Z) towards +X, in radians. Any number of turns. */
  readonly azimuth: number;
  /** From straight above, in radians. */
  readonly polar: number;
  /** In metres. */
  readonly distance: number;
  readonly target: Vector;
}

/** How far a person may turn and come near. */
export interface OrbitLimits {
  /** Infinite where nothing stops a person from turning. */
  readonly minAzimuth: number;
  readonly maxAzimuth: number;
  readonly minPolar: number;
  readonly maxPolar: number;
  readonly minDistance: number;
  readonly maxDistance: number;
}

/** The place of the camera. */
export function positionOf({azimuth, polar, distance, target}: Orbit): Vector {
  const across = Math.sin(polar) * distance;
  return [
    target[0] + Math.sin(azimuth) * across,
    target[1] + Math.cos(polar) * distance,
    target[2] + Math.cos(azimuth) * across,
  ];
}

/** The nearest orbit that keeps to the limits. */
export function clampOrbit(orbit: Orbit, limits: OrbitLimits): Orbit {
  return {
    ...orbit,
    azimuth: clamp(orbit.azimuth, limits.minAzimuth, limits.maxAzimuth),
    polar: clamp(orbit.polar, limits.minPolar, limits.maxPolar),
    distance: clamp(orbit.distance, limits.minDistance, limits.maxDistance),
  };
}

/** The same direction as `azimuth`, less than half a turn away from `near`: nobody likes to be spun round. */
export function nearestTurn(azimuth: number, near: number): number {
  const turn = 2 * Math.PI;
  return azimuth + turn * Math.round((near - azimuth) / turn);
}

function clamp(value: number, least: number, greatest: number): number {
  return Math.min(greatest, Math.max(least, value));
}
