/** What a hand asks of the camera. Angles in radians; `zoom` is a factor of the distance. */
export interface OrbitInputListener {
  turn(azimuth: number, polar: number): void;
  zoom(factor: number): void;
  reset(): void;
  /** A short touch or click that turned nothing, in CSS pixels of the canvas. */
  tap(x: number, y: number): void;
  /** A hand has taken hold, or the last one has let go. */
  hold(isHeld: boolean): void;
}

/** Half a turn for a drag across the canvas's height. */
const turnPerHeight = Math.PI;
const keyStep = Math.PI / 12;
/** How far a finger may slip and still have tapped, in CSS pixels. */
const tapSlack = 6;

const keys: Readonly<Record<string, (listener: OrbitInputListener) => void>> = {
  'ArrowLeft': (listener) => listener.turn(-keyStep, 0),
  'ArrowRight': (listener) => listener.turn(keyStep, 0),
  'ArrowUp': (listener) => listener.turn(0, -keyStep / 2),
  'ArrowDown': (listener) => listener.turn(0, keyStep / 2),
  '+': (listener) => listener.zoom(0.8),
  '=': (listener) => listener.zoom(0.8),
  '-': (listener) => listener.zoom(1.25),
  'PageUp': (listener) => listener.zoom(0.8),
  'PageDown': (listener) => listener.zoom(1.25),
  'Home': (listener) => listener.reset(),
};

/**
 * Reads pointers, wheel and keys on a canvas.
 *
 * The page stays in charge of scrolling: the wheel zooms only while the canvas has the focus (or with Ctrl, which is
 * also how trackpads report a pinch), and a finger that moves up or down scrolls the page.
 */
export class OrbitInput {
  readonly #canvas: HTMLCanvasElement;
  readonly #listener: OrbitInputListener;
  readonly #pointers = new Map<number, {x: number; y: number}>();
  readonly #abort = new AbortController();
  readonly #touchAction: string;
  #travelled = 0;

  constructor(canvas: HTMLCanvasElement, listener: OrbitInputListener) {
    this.#canvas = canvas;
    this.#listener = listener;
    this.#touchAction = canvas.style.touchAction;
    canvas.style.touchAction = 'pan-y';
    const {signal} = this.#abort;
    canvas.addEventListener('pointerdown', (event) => this.#down(event), {signal});
    canvas.addEventListener('pointermove', (event) => this.#move(event), {signal});
    canvas.addEventListener('pointerup', (event) => this.#up(event), {signal});
    canvas.addEventListener('pointercancel', (event) => this.#cancel(event), {signal});
    canvas.addEventListener('wheel', (event) => this.#wheel(event), {signal, passive: false});
    canvas.addEventListener('keydown', (event) => this.#key(event), {signal});
  }

  dispose(): void {
    this.#abort.abort();
    this.#canvas.style.touchAction = this.#touchAction;
    if (this.#pointers.size > 0) this.#listener.hold(false);
    this.#pointers.clear();
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) {
      this.#travelled = 0;
      this.#listener.hold(true);
    }
    this.#pointers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    try {
      this.#canvas.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is gone already, or a script made the event: then nothing needs capturing.
    }
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const spread = this.#spread();
    const now = {x: event.clientX, y: event.clientY};
    this.#pointers.set(event.pointerId, now);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    this.#travelled += Math.hypot(dx, dy);
    if (this.#pointers.size === 1) {
      const scale = turnPerHeight / Math.max(1, this.#canvas.clientHeight);
      this.#listener.turn(-dx * scale, -dy * scale);
    } else if (spread > 0 && this.#spread() > 0) {
      this.#listener.zoom(spread / this.#spread());
    }
  }

  #up(event: PointerEvent): void {
    if (!this.#pointers.has(event.pointerId)) return;
    const isTap = this.#pointers.size === 1 && this.#travelled <= tapSlack;
    this.#cancel(event);
    if (!isTap) return;
    const {left, top} = this.#canvas.getBoundingClientRect();
    this.#listener.tap(event.clientX - left, event.clientY - top);
  }

  #cancel(event: PointerEvent): void {
    if (this.#pointers.delete(event.pointerId) && this.#pointers.size === 0) this.#listener.hold(false);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !this.#canvas.matches(':focus')) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    this.#listener.zoom(Math.exp(Math.max(-120, Math.min(120, pixels)) * (event.ctrlKey ? 0.01 : 0.0015)));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action(this.#listener);
  }

  /** How far two fingers are apart; 0 unless there are two. */
  #spread(): number {
    const [first, second] = [...this.#pointers.values()];
    return first && second ? Math.hypot(first.x - second.x, first.y - second.y) : 0;
  }
}
