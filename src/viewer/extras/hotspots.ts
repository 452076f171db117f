import {Vector3} from 'three';
import {TwikError} from '../../core/error.js';
import type {Orbit} from '../camera/orbit.js';
import {prefersStillness} from '../camera/prefers-stillness.js';
import type {Stage} from '../stage.js';
import {readHotspot} from './hotspot-data.js';
import {HotspotLayer} from './hotspot-layer.js';
import {Hotspot} from './hotspot.js';

/** How long after one look at what covers hotspots the next one comes at the earliest, in milliseconds. */
const restMs = 200;
/** How long such a look may hold up the page, in milliseconds, before it goes on in another task. */
const sliceMs = 4;

export interface HotspotsOptions {
  /** A hotspot cannot be shown, by a TwikError `hotspot-invalid`; once for each thing that is wrong. */
  onError?(error: TwikError): void;
  /** Somebody has gone by key to a hotspot that is occluded. Default: `turnTo`. */
  onFocus?(hotspot: HTMLElement): void;
}

interface Entry {
  /** What the element said when it was read. */
  readonly said: string;
  /** `null`: it said nothing that makes sense. */
  readonly hotspot: Hotspot | null;
}

/**
 * Keeps elements of the page at points of the scene: the host's children whose slot is `hotspot` or begins with
 * `hotspot-`, at `data-position`, facing `data-normal`, relative to the node `data-node`.
 *
 * One that faces away or has something before it gets the attribute `data-occluded` and stays in the tab order; one that
 * is out of the picture, or whose node is hidden, is invisible. All is done after a frame was drawn; none is asked for.
 */
export class Hotspots {
  readonly #stage: Stage;
  readonly #host: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #layer: HotspotLayer;
  readonly #onVisibility: (hotspot: HTMLElement, isVisible: boolean) => void;
  readonly #options: HotspotsOptions;
  readonly #observer = new MutationObserver((records) => this.#hear(records));
  readonly #abort = new AbortController();
  readonly #seen = new WeakMap<HTMLElement, boolean>();
  #entries = new Map<HTMLElement, Entry>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookedMs = -restMs;
  #isOutdated = false;

  /**
   * @param host - Has the stage's canvas in its shadow root.
   * @param onVisibility - Somebody can see a hotspot now, or cannot any more; first when that is known.
   */
  constructor(
    stage: Stage,
    host: HTMLElement,
    onVisibility: (hotspot: HTMLElement, isVisible: boolean) => void,
    options: HotspotsOptions = {},
  ) {
    const canvas = host.shadowRoot?.querySelector('canvas');
    if (!host.shadowRoot || !canvas) throw new Error('Hotspots need a host with a canvas in its shadow root.');
    this.#stage = stage;
    this.#host = host;
    this.#canvas = canvas;
    this.#layer = new HotspotLayer(host.shadowRoot, canvas);
    this.#onVisibility = onVisibility;
    this.#options = options;
    this.#observer.observe(host, {
      childList: true,
      subtree: true,
      attributeFilter: ['slot', 'data-position', 'data-normal', 'data-node'],
    });
    host.addEventListener('focusin', (event) => this.#hearFocus(event), {signal: this.#abort.signal});
    stage.drawn.add(this.#drawn);
    this.refresh();
  }

  /** Reads the page's hotspots anew. Changes of the page are noticed without. */
  refresh(): void {
    const before = this.#entries;
    this.#entries = new Map();
    for (const element of this.#host.children) {
      if (!(element instanceof HTMLElement) || !/^hotspot(-|$)/.test(element.slot)) continue;
      const {position, normal, node} = element.dataset;
      const said = JSON.stringify([position, normal, node]);
      const known = before.get(element);
      this.#entries.set(element, known?.said === said ? known : {said, hotspot: this.#read(element)});
      before.delete(element);
    }
    for (const element of before.keys()) release(element);
    this.#layer.offer(new Set([...this.#entries.keys()].map(({slot}) => slot)));
    this.#seek();
    this.#drawn();
  }

  /** Takes the camera gently to where a hotspot looks, or without a normal out from the middle; never out of a hand. */
  turnTo(element: HTMLElement): void {
    const stage = this.#stage;
    const hotspot = this.#entries.get(element)?.hotspot;
    if (!hotspot || !stage.content || this.#canvas.matches(':active')) return;
    const {goal} = stage.rig;
    const orbit = turned(goal, hotspot.normal ?? hotspot.point.clone().sub(new Vector3(...goal.target)));
    // From here on it is no hand that moves the camera.
    stage.camera = prefersStillness() ? orbit : stage.camera;
    stage.rig.goToOrbit(orbit);
    stage.invalidate();
  }

  /** Leaves the page's elements as they were. */
  dispose(): void {
    this.#stage.drawn.delete(this.#drawn);
    this.#observer.disconnect();
    this.#abort.abort();
    clearTimeout(this.#timer);
    for (const element of this.#entries.keys()) release(element);
    this.#entries.clear();
    this.#layer.dispose();
  }

  #read(element: HTMLElement): Hotspot | null {
    release(element);
    // Until it has a place.
    element.style.visibility = 'hidden';
    try {
      return new Hotspot(element, readHotspot(element));
    } catch (error) {
      if (!(error instanceof TwikError)) throw error;
      this.#options.onError?.(error);
      return null;
    }
  }

  readonly #drawn = (): void => {
    this.#place();
    this.#isOutdated = true;
    this.#lookSoon();
  };

  get #hotspots(): Hotspot[] {
    return [...this.#entries.values()].flatMap(({hotspot}) => hotspot ?? []);
  }

  #seek(): void {
    const {content} = this.#stage;
    if (!content) return;
    for (const hotspot of this.#hotspots) {
      const error = hotspot.seek(content);
      if (error) this.#options.onError?.(error);
    }
  }

  #place(): void {
    const {content, rig} = this.#stage;
    if (!content || this.#entries.size === 0) return;
    const {width, height} = this.#layer;
    const camera = rig.place();
    for (const hotspot of this.#hotspots) {
      hotspot.place(content, camera, width, height);
      this.#tell(hotspot);
    }
  }

  #lookSoon(): void {
    if (this.#timer !== undefined || this.#entries.size === 0) return;
    const waitMs = Math.max(0, this.#lookedMs + restMs - performance.now());
    this.#timer = setTimeout(() => {
      this.#isOutdated = false;
      this.#seek();
      this.#place();
      this.#look(this.#hotspots);
    }, waitMs);
  }

  /** Looks what is covered, as far as it gets in one slice. Rays through a large model take their time. */
  #look(waiting: Hotspot[]): void {
    this.#timer = undefined;
    const {content, rig} = this.#stage;
    if (!content) return;
    const startMs = performance.now();
    const from = rig.place().position;
    while (performance.now() - startMs < sliceMs) {
      const hotspot = waiting.shift();
      if (!hotspot) break;
      hotspot.look(content, from);
      this.#tell(hotspot);
    }
    this.#lookedMs = performance.now();
    if (waiting.length > 0) this.#timer = setTimeout(() => this.#look(waiting));
    else if (this.#isOutdated) this.#lookSoon();
  }

  #tell({element, isSeen}: Hotspot): void {
    if (isSeen === null || isSeen === this.#seen.get(element)) return;
    this.#seen.set(element, isSeen);
    this.#onVisibility(element, isSeen);
  }

  #hear(records: readonly MutationRecord[]): void {
    const isOurs = ({type, target}: MutationRecord) =>
      (type === 'childList' ? target : target.parentNode) === this.#host;
    if (records.some(isOurs)) this.refresh();
  }

  /** Not a pointer's focus: what it has pressed must not move away from below it. */
  #hearFocus({target}: FocusEvent): void {
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    const entry = [...this.#entries].find(([element]) => element.contains(target));
    if (!entry?.[1].hotspot?.isOccluded) return;
    if (this.#options.onFocus) this.#options.onFocus(entry[0]);
    else this.turnTo(entry[0]);
  }
}

/** Leaves an element as the page made it. */
function release(element: HTMLElement): void {
  element.style.removeProperty('translate');
  element.style.removeProperty('visibility');
  element.removeAttribute('data-occluded');
}

/** The same orbit, from where a direction points. */
function turned(orbit: Orbit, {x, y, z}: Vector3): Orbit {
  const across = Math.hypot(x, z);
  const azimuth = across > Math.abs(y) * 1e-3 ? Math.atan2(x, z) : orbit.azimuth;
  return across + Math.abs(y) > 0 ? {...orbit, azimuth, polar: Math.atan2(across, y)} : orbit;
}
