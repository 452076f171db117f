import {TwikError} from '../../core/error.js';
import type {Stage} from '../stage.js';
import {MaskTwins} from './outline/mask-twins.js';
import {OutlineLine} from './outline/outline-line.js';
import {OutlinedParts, type OutlinedPart} from './outline/outlined-parts.js';
import {readColor} from './outline/read-color.js';

/** How a line around parts looks. */
export interface OutlineOptions {
  /** A CSS colour, translucent ones included; no `var()`. Default `#0b57d0`. */
  readonly color?: string;
  /** In CSS pixels, up to 20, the same near and far. Default 3. */
  readonly widthPx?: number;
}

/** Enough for any line, and a bound for the work of a frame. */
const widestPx = 20;

interface Shown {
  readonly parts: OutlinedParts;
  readonly color: readonly [red: number, green: number, blue: number, alpha: number];
  readonly widthPx: number;
}

/**
 * Draws a line around the silhouette of parts, all of them as one. It follows what is seen of them: what lies before
 * them cuts into the silhouette, and the line goes along the cut, on top of what cuts. Glass does not cut, nor what is
 * mostly faded out, nor what is narrower than two lines, such as a seam on a cushion. Parts that a configuration moves,
 * hides, mounts or repeats keep their line.
 *
 * The line is laid over each frame that the stage has drawn and is no part of the scene, so no snapshot, shadow, measure
 * or export has it. Meshes have an outline; lines and points have none.
 *
 * @example
 * const outline = new Outline(stage, canvas);
 * outline.show([{node: 'Legs'}]);
 */
export class Outline {
  readonly #stage: Stage;
  readonly #canvas: HTMLCanvasElement;
  #twins: MaskTwins | null = null;
  #line: OutlineLine | null = null;
  #shown: Shown | null = null;
  /** The scene it was last shown in. */
  #scene: unknown = null;

  /** @param canvas - The stage's. */
  constructor(stage: Stage, canvas: HTMLCanvasElement) {
    this.#stage = stage;
    this.#canvas = canvas;
  }

  /**
   * Outlines these parts instead of those before, from the next frame on; none takes the line away. Ends when the stage
   * loads something else.
   *
   * @param parts - Nodes by their names in the glTF files, with all that is below them; without a model those of all.
   * @throws TwikError `node-unknown`, `color-invalid`. Then everything stays as it was.
   */
  show(parts: readonly OutlinedPart[], {color = '#0b57d0', widthPx = 3}: OutlineOptions = {}): void {
    const {content} = this.#stage;
    if (parts.length === 0) {
      this.#hide();
      return;
    }
    if (!content) {
      const message = `Node "${parts[0]?.node}" cannot be outlined yet. Wait for the first picture.`;
      throw new TwikError('node-unknown', message);
    }
    const shown = {
      parts: new OutlinedParts(content, parts),
      color: readColor(color),
      widthPx: Math.min(widestPx, Math.max(0, widthPx)) || 0,
    };
    if (this.#scene !== content.scene) this.#free();
    this.#scene = content.scene;
    this.#shown = shown;
    this.#stage.drawn.add(this.#drawn);
    this.#stage.invalidate();
  }

  /** Takes the line away and frees everything. */
  dispose(): void {
    this.#hide();
    this.#stage.drawn.delete(this.#drawn);
    this.#free();
  }

  /** Keeps the shaders: who points at one part after the other should not wait for them each time. */
  #hide(): void {
    if (!this.#shown) return;
    this.#shown = null;
    this.#line?.shrink();
    this.#stage.invalidate();
  }

  readonly #drawn = (): void => {
    const {content, renderer, rig} = this.#stage;
    if (content?.scene !== this.#scene) {
      this.#stage.drawn.delete(this.#drawn);
      this.#shown = null;
      this.#free();
    }
    if (!this.#shown || !this.#canvas.clientWidth) return;
    const {parts, color, widthPx} = this.#shown;
    const meshes = parts.find();
    if (meshes.parts.length === 0) return;
    this.#twins ??= new MaskTwins();
    this.#line ??= new OutlineLine();
    const scene = this.#twins.sceneOf(meshes);
    this.#line.draw(renderer, scene, rig.place(), this.#canvas, {color, widthPx});
    // What the stage shows may go at any time, and would be held.
    scene.clear();
  };

  #free(): void {
    this.#twins?.dispose();
    this.#line?.dispose();
    this.#twins = null;
    this.#line = null;
    this.#scene = null;
  }
}
