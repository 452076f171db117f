import {TwikError} from '../../core/error.js';
import {globTest, isGlob} from './glob.js';
import type {GltfJson} from './gltf-json.js';
import {suggestion} from './suggestion.js';

/**
 * Finds what a file names. Names are read from its JSON: three's objects carry names that are cleaned and made unique,
 * so `Door.L` and a second `Door` would not be found by them.
 */
export class ModelIndex {
  readonly #json: GltfJson;
  /** The parent of each node of the default scene, parents first; `null` at the top. */
  readonly #parents = new Map<number, number | null>();

  constructor(json: GltfJson) {
    this.#json = json;
    const add = (nodes: readonly number[], parent: number | null): void => {
      for (const node of nodes) {
        this.#parents.set(node, parent);
        add(json.nodes?.[node]?.children ?? [], node);
      }
    };
    add(json.scenes?.[json.scene ?? 0]?.nodes ?? [], null);
  }

  /** The nodes at a path of names, of which each may be a glob. */
  nodesAt(path: readonly string[]): readonly number[] {
    const tests = path.map(globTest);
    const found = [...this.#parents.keys()].filter((node) => this.#isAt(node, tests));
    const written = path.join('>');
    if (found.length === 0) {
      const names = [...this.#parents.keys()].map((node) => this.#nodeName(node)).filter((name) => name !== '');
      throw new TwikError('node-not-found', `There is no node "${written}". ${suggestion(path.at(-1) ?? '', names)}`);
    }
    if (found.length > 1 && !path.some(isGlob)) {
      throw new TwikError(
        'node-ambiguous',
        `There are ${found.length} nodes "${written}". Name one above it as well ("Above>${written}"), write "*" to mean ` +
          'them all, or rename them in the file.',
      );
    }
    return found;
  }

  /** Every material of this name, or like this glob. */
  materialsNamed(name: string): readonly number[] {
    const names = this.#materialNames();
    const test = globTest(name);
    const found = names.flatMap((candidate, index) => (test(candidate) ? [index] : []));
    if (found.length > 0) return found;
    throw new TwikError(
      'material-not-found',
      `There is no material "${name}". ${suggestion(name, names.filter(Boolean))}`,
    );
  }

  hasMaterial(name: string): boolean {
    return this.#materialNames().includes(name);
  }

  /** The one material of this name. */
  materialNamed(name: string): number {
    const names = this.#materialNames();
    const index = names.indexOf(name);
    if (index === -1) {
      throw new TwikError(
        'material-not-found',
        `There is no material "${name}". ${suggestion(name, names.filter(Boolean))}`,
      );
    }
    if (names.includes(name, index + 1)) {
      throw new TwikError('material-ambiguous', `Several materials are called "${name}". Rename them in the file.`);
    }
    return index;
  }

  /** The place of a variant in the file's list; `null` for the file's own materials. */
  variantNamed(name: string | null): number | null {
    if (name === null || name === '') return null;
    const names = this.#json.extensions?.KHR_materials_variants?.variants.map((variant) => variant.name) ?? [];
    const index = names.indexOf(name);
    if (index !== -1) return index;
    throw new TwikError('variant-not-found', `There is no variant "${name}". ${suggestion(name, names)}`);
  }

  /** A texture by its own name or its image's, or an image that no texture uses. */
  textureNamed(name: string): {readonly kind: 'texture' | 'image'; readonly index: number} {
    const {textures = [], images = []} = this.#json;
    const named = textures.findIndex((texture) => texture.name === name);
    if (named !== -1) return {kind: 'texture', index: named};
    const image = images.findIndex((candidate) => candidate.name === name);
    if (image === -1) {
      const names = [...textures, ...images].flatMap((candidate) => candidate.name ?? []);
      throw new TwikError(
        'texture-not-found',
        `There is no texture "${name}". ${suggestion(name, [...new Set(names)])}`,
      );
    }
    const user = textures.findIndex(({source, extensions = {}}) =>
      [source, ...Object.values(extensions).map((extension) => extension.source)].includes(image),
    );
    return user === -1 ? {kind: 'image', index: image} : {kind: 'texture', index: user};
  }

  /** The morph targets of a node by name or number. */
  morphTarget(node: number, target: string): number {
    const mesh = this.#json.meshes?.[this.#json.nodes?.[node]?.mesh ?? -1];
    const names = mesh?.extras?.targetNames ?? [];
    const index = target.startsWith('@') ? names.indexOf(target.slice(1)) : /^\d+$/.test(target) ? Number(target) : -1;
    if (index !== -1) return index;
    throw new TwikError(
      'morph-target-not-found',
      `There is no morph target "${target.replace(/^@/, '')}". ${suggestion(target.replace(/^@/, ''), names)}`,
    );
  }

  #isAt(node: number, [...tests]: ((name: string) => boolean)[]): boolean {
    if (!tests.pop()?.(this.#nodeName(node))) return false;
    // Each ancestor that fits is taken for the innermost name that is left: no choice further up can need it more.
    for (let above = this.#parents.get(node) ?? null; above !== null && tests.length > 0;) {
      if (tests.at(-1)?.(this.#nodeName(above))) tests.pop();
      above = this.#parents.get(above) ?? null;
    }
    return tests.length === 0;
  }

  #nodeName(node: number): string {
    return this.#json.nodes?.[node]?.name ?? '';
  }

  #materialNames(): string[] {
    return (this.#json.materials ?? []).map((material) => material.name ?? '');
  }
}
