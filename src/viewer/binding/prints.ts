import {DataTexture, LinearFilter, LinearMipmapLinearFilter, type Material} from 'three';
import type {PrintValue} from '../../core/scene/plan.js';
import type {LiveNode} from './live-tree.js';
import {isColored} from './material-factors.js';
import type {MaterialForm} from './material-form.js';
import type {ModelState} from './model-state.js';
import {rasterise} from './print-raster.js';

/** The words on one node, on all its copies. */
class Print {
  readonly texture = new DataTexture(new Uint8Array(4), 1, 1);
  /** By the file's material; without a form when the file has none. */
  readonly #materials = new Map<Material, {readonly material: Material; readonly form: MaterialForm | null}>();
  readonly #state: ModelState;
  #drawn = '';
  #color = '';

  constructor(state: ModelState, maxAnisotropy: number) {
    this.#state = state;
    this.texture.magFilter = LinearFilter;
    this.texture.minFilter = LinearMipmapLinearFilter;
    this.texture.generateMipmaps = true;
    this.texture.anisotropy = maxAnisotropy;
  }

  settle(value: PrintValue, context: () => CanvasRenderingContext2D): boolean {
    const {color} = value;
    // Colour is the material's business.
    const drawn = JSON.stringify({...value, color: ''});
    const changed = drawn !== this.#drawn || color !== this.#color;
    if (drawn !== this.#drawn && value.text !== '') {
      const {data, width, height} = rasterise(context(), value);
      // Another size needs other memory on the GPU.
      if (width !== this.texture.image.width || height !== this.texture.image.height) this.texture.dispose();
      this.texture.image = {data, width, height};
      this.texture.needsUpdate = true;
    }
    this.#drawn = drawn;
    this.#color = color;
    for (const {material} of this.#materials.values()) this.#dye(material);
    return changed;
  }

  materialFor(file: Material, index: number | null): Material {
    const known = this.#materials.get(file);
    if (known) return known.material;
    const form = index === null ? null : this.#state.materials.print(index, file, (material) => this.#dress(material));
    const material = form?.material ?? file.clone();
    if (!form) this.#dress(material);
    this.#materials.set(file, {material, form});
    return material;
  }

  dispose(): void {
    this.texture.dispose();
    for (const {material, form} of this.#materials.values()) {
      if (form) this.#state.materials.remove(form);
      else material.dispose();
    }
  }

  #dress(material: Material): void {
    material.transparent = true;
    material.depthWrite = false;
    material.alphaTest = 0;
    // The area lies on the thing it is printed on.
    material.polygonOffset = true;
    material.polygonOffsetFactor = -1;
    material.polygonOffsetUnits = -1;
    material.opacity = 1;
    if (isColored(material) && 'map' in material) material.map = this.texture;
    this.#dye(material);
  }

  #dye(material: Material): void {
    if (isColored(material) && this.#color) material.color.setStyle(this.#color);
  }
}

/** Words on nodes. */
export class Prints {
  readonly #prints = new Map<ModelState, Map<number, Print>>();
  readonly #maxAnisotropy: number;
  /** For drawing all of them, one after the other. */
  #context: CanvasRenderingContext2D | null = null;

  constructor(maxAnisotropy: number) {
    this.#maxAnisotropy = maxAnisotropy;
  }

  /** Draws the words of a node as wanted, or frees them, and says whether that is a change. */
  settle(state: ModelState, node: number, value: PrintValue | undefined): boolean {
    let prints = this.#prints.get(state);
    if (!prints) this.#prints.set(state, (prints = new Map<number, Print>()));
    let print = prints.get(node);
    if (value) {
      if (!print) prints.set(node, (print = new Print(state, this.#maxAnisotropy)));
      return print.settle(value, () => (this.#context ??= createContext()));
    }
    prints.delete(node);
    print?.dispose();
    return print !== undefined;
  }

  /** What a printed node wears; `null` where nothing is printed. */
  materialFor({state, node}: LiveNode, file: Material, index: number | null): Material | null {
    return this.#prints.get(state)?.get(node)?.materialFor(file, index) ?? null;
  }

  dispose(): void {
    for (const prints of this.#prints.values()) for (const print of prints.values()) print.dispose();
    this.#prints.clear();
    // Browsers keep a canvas' memory until it is small or collected.
    if (this.#context) this.#context.canvas.width = this.#context.canvas.height = 0;
    this.#context = null;
  }
}

function createContext(): CanvasRenderingContext2D {
  // The pixels are read back at once: memory on the GPU would only be in the way.
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  if (!context) throw new TypeError('The browser has no memory for a canvas.');
  return context;
}
