import {prefersStillness} from '../camera/prefers-stillness.js';
import {cancelFrame, requestFrame} from '../rendering/frame-loop.js';
import type {Stage} from '../stage.js';

export interface AutoRotateOptions {
  /** How long nobody has touched it before it turns, in milliseconds. Default 3000. */
  readonly delayMs?: number;
  /** How fast the camera goes round; a negative number is the other way. Default 12. */
  readonly degreesPerSecond?: number;
}

/**
 * Turns the camera about the product while nobody holds it or has the focus in it, nobody has asked for less motion, and
 * somebody can see it. Asks for frames only while it turns. Where limits stop the camera it goes back again.
 */
export class AutoRotate {
  readonly #stage: Stage;
  readonly #host: HTMLElement;
  readonly #delayMs: number;
  readonly #task = {frame: (seconds: number) => this.#turn(seconds)};
  readonly #abort = new AbortController();
  readonly #pointers = new Set<number>();
  /** In radians. */
  #perSecond: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isTurning = false;
  /** At one of the limits since the last step. */
  #isStopped = false;

  /** @param host - Where pointers, wheel, keys and focus are noticed: the canvas, or an element about it. */
  constructor(stage: Stage, host: HTMLElement, {delayMs = 3000, degreesPerSecond = 12}: AutoRotateOptions = {}) {
    this.#stage = stage;
    this.#host = host;
    this.#delayMs = delayMs;
    this.#perSecond = (degreesPerSecond / 180) * Math.PI;
    const {signal} = this.#abort;
    const restart = () => this.#restart();
    for (const type of ['wheel', 'keydown', 'focusin']) {
      host.addEventListener(type, restart, {signal, passive: true});
    }
    // At the time of the event browsers do not agree on where the focus is.
    host.addEventListener('focusout', () => setTimeout(() => signal.aborted || this.#restart()), {signal});
    host.addEventListener('pointerdown', ({pointerId}) => this.#hold(pointerId, true), {signal});
    for (const type of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(type, ({pointerId}) => this.#hold(pointerId, false), {signal, capture: true});
    }
    document.addEventListener('visibilitychange', restart, {signal});
    matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', restart, {signal});
    stage.drawn.add(this.#drawn);
    this.#restart();
  }

  dispose(): void {
    this.#stage.drawn.delete(this.#drawn);
    this.#abort.abort();
    this.#rest();
  }

  get #isFree(): boolean {
    const {content, isVisible, renderer} = this.#stage;
    if (!content || !isVisible || document.hidden || renderer.getContext().isContextLost()) return false;
    if (this.#pointers.size > 0 || this.#host.matches(':focus-within') || prefersStillness()) return false;
    return Number.isFinite(this.#perSecond) && this.#perSecond !== 0;
  }

  /** A stage that has come into sight, or shows something else, draws. */
  readonly #drawn = (): void => {
    if (!this.#isTurning && this.#timer === undefined) this.#wait();
  };

  #hold(pointer: number, isHeld: boolean): void {
    if (isHeld) this.#pointers.add(pointer);
    else if (!this.#pointers.delete(pointer)) return;
    this.#restart();
  }

  #rest(): void {
    this.#isTurning = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    cancelFrame(this.#task);
  }

  #restart(): void {
    this.#rest();
    this.#wait();
  }

  #wait(): void {
    if (!this.#isFree) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isFree) return;
      // A view that the camera is going to comes first.
      if (this.#stage.rig.isMoving) {
        this.#wait();
        return;
      }
      this.#isTurning = true;
      this.#isStopped = false;
      requestFrame(this.#task);
    }, this.#delayMs);
  }

  /** Moves on; returns whether there is more to come. */
  #turn(seconds: number): boolean {
    const stage = this.#stage;
    if (!this.#isFree || stage.rig.isMoving) {
      this.#isTurning = false;
      this.#wait();
      return false;
    }
    const {azimuth} = stage.camera;
    stage.camera = {...stage.camera, azimuth: azimuth + this.#perSecond * seconds};
    const isStopped = stage.camera.azimuth === azimuth;
    if (isStopped) this.#perSecond = -this.#perSecond;
    // There is no room either way.
    if (isStopped && this.#isStopped) this.#isTurning = false;
    this.#isStopped = isStopped;
    return this.#isTurning;
  }
}
