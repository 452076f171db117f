import {clampOrbit, nearestTurn} from './orbit.js';
import type {Orbit, OrbitLimits} from './orbit.js';
import {stepSpring} from './spring.js';

const axes = ['azimuth', 'polar', 'distance', 'x', 'y', 'z'] as const;
type Axis = (typeof axes)[number];
type Axes = Readonly<Record<Axis, number>>;

/** How soon the camera follows a hand, and how gently it takes a view, in seconds. */
const followS = 0.12;
const glideS = 0.55;

/** A camera on its way: it has a place and a goal, and each step brings it nearer. Knows neither clock nor page. */
export class OrbitMotion {
  /** Where the camera is going, within the limits. */
  goal: Orbit;
  limits: OrbitLimits;
  #values: Axes;
  #velocities: Axes = toAxes({azimuth: 0, polar: 0, distance: 0, target: [0, 0, 0]});
  #responseS = followS;

  constructor(orbit: Orbit, limits: OrbitLimits) {
    this.limits = limits;
    this.goal = clampOrbit(orbit, limits);
    this.#values = toAxes(this.goal);
  }

  /** Where the camera is now. */
  get current(): Orbit {
    const {azimuth, polar, distance, x, y, z} = this.#values;
    return {azimuth, polar, distance, target: [x, y, z]};
  }

  get isMoving(): boolean {
    const goal = toAxes(this.goal);
    return axes.some((axis) => this.#values[axis] !== goal[axis]);
  }

  /** Turns by angles and zooms by a factor, as a hand does. */
  nudge({azimuth = 0, polar = 0, zoom = 1}: {azimuth?: number; polar?: number; zoom?: number}): void {
    const {goal} = this;
    this.goal = clampOrbit(
      {...goal, azimuth: goal.azimuth + azimuth, polar: goal.polar + polar, distance: goal.distance * zoom},
      this.limits,
    );
    this.#responseS = followS;
  }

  /** Sets out for a place, by the shorter way round. */
  glideTo(orbit: Orbit): void {
    this.goal = clampOrbit({...orbit, azimuth: nearestTurn(orbit.azimuth, this.#values.azimuth)}, this.limits);
    this.#responseS = glideS;
  }

  /** A hand takes hold: what the camera was turning to is forgotten, so that it does not turn against the hand. */
  hold(): void {
    const {azimuth, polar} = this.#values;
    this.goal = clampOrbit({...this.goal, azimuth, polar}, this.limits);
  }

  /** Is at its goal from now on. */
  arrive(): void {
    this.#values = toAxes(this.goal);
    this.#velocities = toAxes({azimuth: 0, polar: 0, distance: 0, target: [0, 0, 0]});
  }

  /** Moves on by some seconds; returns whether there is more to go. */
  step(seconds: number): boolean {
    const goal = toAxes(this.goal);
    const values: Record<Axis, number> = {...this.#values};
    const velocities: Record<Axis, number> = {...this.#velocities};
    for (const axis of axes) {
      const spring = stepSpring(
        {value: values[axis], velocity: velocities[axis]},
        goal[axis],
        seconds,
        this.#responseS,
      );
      values[axis] = spring.value;
      velocities[axis] = spring.velocity;
    }
    this.#values = values;
    this.#velocities = velocities;
    // A ten-thousandth of the picture is less than anybody sees.
    const isThere = axes.every((axis) => {
      const unit = axis === 'azimuth' || axis === 'polar' ? 1 : Math.max(goal.distance, 1e-9);
      return Math.abs(goal[axis] - values[axis]) < 1e-4 * unit && Math.abs(velocities[axis]) < 1e-3 * unit;
    });
    if (isThere) this.arrive();
    return !isThere;
  }
}

function toAxes({azimuth, polar, distance, target: [x, y, z]}: Orbit): Axes {
  return {azimuth, polar, distance, x, y, z};
}
