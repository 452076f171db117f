import {Material, Texture, type Mesh} from 'three';
import type {GLTFParser} from 'three/addons/loaders/GLTFLoader.js';
import {MaterialForm} from './material-form.js';

/** The materials of one file, by their index in it, in every form that is in use. */
export class MaterialLibrary {
  readonly #parser: GLTFParser;
  readonly #forms = new Map<number, Set<MaterialForm>>();
  readonly #byShape = new Map<string, MaterialForm>();
  /** As the loader makes them before it fits them to a geometry. */
  readonly #bases = new Map<number, Material>();
  /** What belongs to the model, and not to the library. */
  readonly #ofModel = new Set<Material | Texture>();

  constructor(parser: GLTFParser) {
    this.#parser = parser;
  }

  /** Takes in a material that the model shows. */
  adopt(index: number, material: Material, mesh: Mesh | null): void {
    this.#ofModel.add(material);
    for (const texture of texturesOf(material)) this.#ofModel.add(texture);
    this.#add(index, material, mesh);
  }

  /** Whether a mesh can wear a material without anything being loaded. */
  has(index: number, mesh: Mesh): boolean {
    return this.#bases.has(index) || this.#byShape.has(`${index} ${shapeOf(mesh)}`);
  }

  /** Loads a material that nothing in the model wears. */
  async load(index: number): Promise<void> {
    const base: unknown = await this.#parser.getDependency('material', index);
    if (!isMaterial(base)) throw new TypeError('The loader makes a material of a material.');
    this.#bases.set(index, base);
  }

  /** The form in which a mesh wears a material that is here. */
  form(index: number, mesh: Mesh): Material | null {
    const known = this.#byShape.get(`${index} ${shapeOf(mesh)}`);
    if (known) return known.material;
    const base = this.#bases.get(index);
    if (!base) return null;
    const made = this.#asInFile(index, base, () => {
      const worn = mesh.material;
      mesh.material = base;
      this.#parser.assignFinalMaterial(mesh);
      const fitted = Array.isArray(mesh.material) ? base : mesh.material;
      mesh.material = worn;
      return fitted;
    });
    return this.#add(index, made, mesh).material;
  }

  /** A form of its own for a print, made from the one in the file. */
  print(index: number, material: Material, dress: (material: Material) => void): MaterialForm {
    const print = this.#asInFile(index, material, () => material.clone());
    dress(print);
    const form = new MaterialForm(print, {isPrint: true});
    this.#formsOf(index).add(form);
    return form;
  }

  /** Frees a print's form. */
  remove(form: MaterialForm): void {
    for (const forms of this.#forms.values()) forms.delete(form);
    form.material.dispose();
  }

  *forms(): Iterable<readonly [number, MaterialForm]> {
    for (const [index, forms] of this.#forms) for (const form of forms) yield [index, form];
  }

  /** Gives the model its materials back as they were, and frees the rest. */
  dispose(): void {
    for (const [, form] of this.forms()) form.restore();
    const made = new Set([...this.#bases.values(), ...[...this.forms()].map(([, form]) => form.material)]);
    for (const material of made) {
      if (this.#ofModel.has(material)) continue;
      for (const texture of texturesOf(material)) if (!this.#ofModel.has(texture)) texture.dispose();
      material.dispose();
    }
    this.#forms.clear();
    this.#byShape.clear();
    this.#bases.clear();
  }

  #add(index: number, material: Material, mesh: Mesh | null): MaterialForm {
    const shape = mesh && `${index} ${shapeOf(mesh)}`;
    const forms = this.#formsOf(index);
    const form = [...forms].find((candidate) => candidate.material === material) ?? new MaterialForm(material);
    forms.add(form);
    if (shape && !this.#byShape.has(shape)) this.#byShape.set(shape, form);
    return form;
  }

  #formsOf(index: number): Set<MaterialForm> {
    let forms = this.#forms.get(index);
    if (!forms) this.#forms.set(index, (forms = new Set()));
    return forms;
  }

  /** Copies from a material that may itself be worn and changed; the next settling changes it again. */
  #asInFile(index: number, material: Material, copy: () => Material): Material {
    for (const form of this.#formsOf(index)) if (form.material === material) form.restore();
    return copy();
  }
}

/** What of a geometry makes the loader fit a material to it. */
function shapeOf({geometry: {attributes}}: Mesh): string {
  return ['tangent', 'color', 'normal'].map((name) => (attributes[name] ? '1' : '0')).join('');
}

function texturesOf(material: Material): Texture[] {
  return Object.values(material).filter((value): value is Texture => value instanceof Texture);
}

function isMaterial(value: unknown): value is Material {
  return value instanceof Material;
}
