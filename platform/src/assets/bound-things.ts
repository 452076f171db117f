import type {ModelOutline, OutlineNode} from './model-outline.js';

/** What of a model bindings address: it must keep its name, its place and its own existence. */
export class BoundThings {
  readonly outline: ModelOutline;
  readonly #nodes = new Set<OutlineNode>();
  readonly #materials = new Set<number>();
  readonly #textures = new Set<string>();
  #keepsTextures = false;

  constructor(outline: ModelOutline) {
    this.outline = outline;
  }

  /** Everything that has a name: who uses a model without a product may mean any of it. */
  static everything(outline: ModelOutline): BoundThings {
    const things = new BoundThings(outline);
    things.addNodes(outline.nodes.filter(({name}) => name !== ''));
    things.addEveryMaterial();
    // By name only bindings mean pictures, and several names may be those of one.
    things.#keepsTextures = true;
    return things;
  }

  addNodes(nodes: readonly OutlineNode[]): void {
    for (const node of nodes) this.#nodes.add(node);
  }

  /** Materials by their place in the file. */
  addMaterials(materials: readonly number[]): void {
    for (const material of materials) this.#materials.add(material);
  }

  addEveryMaterial(): void {
    this.addMaterials(this.outline.materials.flatMap((name, index) => (name === '' ? [] : [index])));
  }

  addTexture(name: string): void {
    this.#textures.add(name);
  }

  addEveryTexture(): void {
    for (const name of this.outline.textures) this.#textures.add(name);
  }

  /** Everything that others bind in the same file. */
  addAll(other: BoundThings): void {
    for (const node of other.#nodes) this.#nodes.add(node);
    for (const material of other.#materials) this.#materials.add(material);
    for (const texture of other.#textures) this.#textures.add(texture);
  }

  hasMaterial(index: number): boolean {
    return this.#materials.has(index);
  }

  hasTexture(name: string): boolean {
    return this.#keepsTextures || this.#textures.has(name);
  }

  /** The names of what is bound, for reports. */
  get names(): {readonly nodes: string[]; readonly materials: string[]; readonly textures: string[]} {
    return {
      nodes: [...new Set([...this.#nodes].map(({name}) => name))],
      materials: [...new Set([...this.#materials].map((index) => this.outline.materials[index] ?? ''))],
      textures: [...this.#textures],
    };
  }
}
