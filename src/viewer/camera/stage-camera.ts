import {PerspectiveCamera} from 'three';
import type {SceneView} from '../../core/product/scene-definition.js';
import {TwikError} from '../../core/error.js';
import type {Bounds} from '../bounds.js';
import {clipPlanes, fieldOfView, framingDistance} from './framing.js';
import type {Extent} from './framing.js';
import {OrbitMotion} from './orbit-motion.js';
import {positionOf} from './orbit.js';
import type {Orbit, OrbitLimits} from './orbit.js';

const degree = Math.PI / 180;

/** What a scene without views is seen from: a little from the right and from above, as a person stands before it. */
const defaultView: SceneView = {id: '', orbitDeg: [28, 74], distanceM: null, targetM: null};

/** How a page wants the camera to be, beyond what the scene says. */
export interface CameraRules {
  /** Vertical, in radians. Default: 30°. */
  readonly fieldOfView?: number;
  /** Where the camera starts, given where it would without. */
  readonly home?: (orbit: Orbit) => Orbit;
  /** How far people may turn and come near, given how far they could without, and from where all is in the picture. */
  readonly limits?: (limits: OrbitLimits, whole: number) => OrbitLimits;
}

/** The camera of a stage: keeps the scene in the picture, takes views, follows a hand. */
export class StageCamera {
  readonly camera = new PerspectiveCamera(fieldOfView / degree, 1, 0.01, 100);
  readonly #motion: OrbitMotion;
  #views: ReadonlyMap<string, SceneView> = new Map();
  #home = defaultView;
  #view = defaultView;
  #extent: Extent = {center: [0, 0, 0], radius: 1, across: 1, halfHeight: 1};
  #aspect = 1;
  #rules: CameraRules = {};

  constructor() {
    this.#motion = new OrbitMotion(this.#orbitOf(defaultView), this.#limits());
  }

  get orbit(): Orbit {
    return this.#motion.current;
  }

  /** Where the camera is or will be. */
  get goal(): Orbit {
    return this.#motion.goal;
  }

  get isMoving(): boolean {
    return this.#motion.isMoving;
  }

  /** Takes effect at once for limits and lens, and where the camera starts the next time it goes there. */
  set rules(rules: CameraRules) {
    const before = this.#framing();
    this.#rules = rules;
    this.camera.fov = (rules.fieldOfView ?? fieldOfView) / degree;
    this.#motion.limits = this.#limits();
    this.#adapt(this.#framing() / before, this.#extent);
  }

  /** Begins with a scene: its views by their ids, and the one to start from; by default the first. */
  start(views: ReadonlyMap<string, SceneView>, {extent}: Bounds, view: string | null): void {
    this.#views = views;
    this.#home = view === null ? ([...views.values()][0] ?? defaultView) : this.#viewOf(view);
    this.#extent = extent;
    this.#motion.limits = this.#limits();
    this.goTo(null);
    this.#motion.arrive();
  }

  /**
   * Where the camera is in a view; `null` is the one it started from.
   *
   * @throws TwikError `view-unknown`.
   */
  orbitOf(id: string | null): Orbit {
    return this.#orbitOf(this.#viewOf(id));
  }

  /**
   * Sets out for a view; `null` is where the camera started from.
   *
   * @throws TwikError `view-unknown`.
   */
  goTo(id: string | null): void {
    this.#view = this.#viewOf(id);
    this.#motion.glideTo(this.#orbitOf(this.#view));
  }

  hold(): void {
    this.#motion.hold();
  }

  goToOrbit(orbit: Orbit): void {
    this.#motion.glideTo(orbit);
  }

  nudge(change: {azimuth?: number; polar?: number; zoom?: number}): void {
    this.#motion.nudge(change);
  }

  arrive(): void {
    this.#motion.arrive();
  }

  /**
   * Tells what is to be kept in the picture. What a view or a hand has chosen stays: the distance changes in
   * proportion, and the target moves along only where the view left it to the scene.
   */
  frame({extent}: Bounds): void {
    const before = this.#extent;
    const ratio = this.#framing(extent) / this.#framing();
    this.#extent = extent;
    this.#motion.limits = this.#limits();
    const isUnchanged = ratio === 1 && extent.center.every((value, axis) => value === before.center[axis]);
    if (!isUnchanged)
      this.#adapt(this.#view.distanceM === null ? ratio : 1, this.#view.targetM === null ? before : extent);
  }

  /** Tells the shape of the picture, width by height. */
  resize(aspect: number): void {
    if (aspect === this.#aspect) return;
    const ratio = this.#framing(this.#extent, aspect) / this.#framing();
    this.#aspect = aspect;
    this.#motion.limits = this.#limits();
    const isResting = !this.#motion.isMoving;
    this.#adapt(ratio, this.#extent);
    if (isResting) this.#motion.arrive();
  }

  /** Moves on; returns whether there is more to go. */
  step(seconds: number): boolean {
    return this.#motion.step(seconds);
  }

  /** Puts three's camera where the motion is, or where `orbit` says, for a picture of this shape. */
  place(aspect = this.#aspect, orbit = this.orbit): PerspectiveCamera {
    const {camera} = this;
    const position = positionOf(orbit);
    const {near, far} = clipPlanes(position, this.#extent);
    camera.aspect = aspect;
    camera.near = near;
    camera.far = far;
    camera.position.set(...position);
    camera.lookAt(...orbit.target);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
    return camera;
  }

  /** Puts three's camera for a picture of another shape, so that it shows as much of the product. */
  placeFor(aspect: number, orbit: Orbit): PerspectiveCamera {
    const ratio = this.#framing(this.#extent, aspect) / this.#framing();
    return this.place(aspect, {...orbit, distance: orbit.distance * ratio});
  }

  #adapt(ratio: number, before: Extent): void {
    const {goal} = this.#motion;
    const {center} = this.#extent;
    this.#motion.glideTo({
      ...goal,
      distance: goal.distance * ratio,
      target: [
        goal.target[0] + center[0] - before.center[0],
        goal.target[1] + center[1] - before.center[1],
        goal.target[2] + center[2] - before.center[2],
      ],
    });
  }

  #viewOf(id: string | null): SceneView {
    const view = id === null ? this.#home : this.#views.get(id);
    if (view) return view;
    const known = [...this.#views.keys()].join(', ');
    throw new TwikError('view-unknown', `The scene has no view "${id}". It has: ${known || 'none'}.`);
  }

  #framing(extent = this.#extent, aspect = this.#aspect): number {
    return framingDistance(extent, aspect, this.#rules.fieldOfView);
  }

  #orbitOf(view: SceneView): Orbit {
    const [azimuth, polar] = view.orbitDeg;
    const orbit = {
      azimuth: azimuth * degree,
      polar: polar * degree,
      distance: view.distanceM ?? this.#framing(),
      target: view.targetM ?? this.#extent.center,
    };
    return (view === this.#home && this.#rules.home?.(orbit)) || orbit;
  }

  /** As near as to look at a seam, as far as to see the whole twice over, and not from under the floor. */
  #limits(): OrbitLimits {
    const {radius} = this.#extent;
    const whole = this.#framing();
    const fixed = [...this.#views.values()].flatMap(({distanceM}) => (distanceM === null ? [] : [distanceM]));
    const limits = {
      minAzimuth: -Infinity,
      maxAzimuth: Infinity,
      minPolar: 4 * degree,
      maxPolar: 95 * degree,
      minDistance: Math.min(radius * 0.8, ...fixed),
      maxDistance: Math.max(whole * 1.8, ...fixed),
    };
    return this.#rules.limits?.(limits, whole) ?? limits;
  }
}
