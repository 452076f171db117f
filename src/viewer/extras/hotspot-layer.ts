import {adoptSheet} from './adopt-sheet.js';

// `clip`, as a box that only hides its overflow would scroll when somebody tabs to a hotspot at its edge. The class is
// the canvas's before the picture is to be seen.
const styles = `
[part='hotspots'] {position: absolute; inset: 0; overflow: clip; pointer-events: none}
.blank + [part='hotspots'] {visibility: hidden}
[part='hotspots'] ::slotted(*) {position: absolute; inset: 0 auto auto 0; pointer-events: auto}
[part='hotspots'] ::slotted([data-occluded]:not(:focus-visible)) {opacity: 0.3}
`;

/** What hotspots are in: a box over the canvas, with a slot for each of the names that they go by. */
export class HotspotLayer {
  readonly #box = document.createElement('div');
  readonly #slots = new Map<string, HTMLSlotElement>();

  constructor(root: ShadowRoot, canvas: HTMLCanvasElement) {
    adoptSheet(root, styles);
    this.#box.part.add('hotspots');
    canvas.after(this.#box);
  }

  /** In CSS pixels. */
  get width(): number {
    return this.#box.clientWidth;
  }

  get height(): number {
    return this.#box.clientHeight;
  }

  /** Has slots of these names, and no others. */
  offer(names: ReadonlySet<string>): void {
    for (const [name, slot] of this.#slots) {
      if (names.has(name)) continue;
      slot.remove();
      this.#slots.delete(name);
    }
    for (const name of names) {
      if (this.#slots.has(name)) continue;
      const slot = document.createElement('slot');
      slot.name = name;
      this.#slots.set(name, slot);
      this.#box.append(slot);
    }
  }

  dispose(): void {
    this.#box.remove();
  }
}
