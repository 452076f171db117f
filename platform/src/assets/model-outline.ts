import type {GLTF} from '@gltf-transform/core';

/** A node of the scene that is shown, as bindings see it. */
export interface OutlineNode {
  readonly index: number;
  readonly name: string;
  /** The names above it, outermost first. */
  readonly above: readonly string[];
  readonly hasMesh: boolean;
  /** The names of its morph targets; unnamed ones are `''`. */
  readonly targets: readonly string[];
}

/** What a model calls its things: all that a binding can address. */
export interface ModelOutline {
  /** Parents first. */
  readonly nodes: readonly OutlineNode[];
  readonly materials: readonly string[];
  /** The extensions of each material. */
  readonly materialExtensions: readonly (readonly string[])[];
  readonly variants: readonly string[];
  /** The names of textures and pictures. */
  readonly textures: ReadonlySet<string>;
  readonly animations: readonly string[];
}

/** Reads the names of a model that the validator has found sound. */
export function outlineOf(json: GLTF.IGLTF): ModelOutline {
  const nodes: OutlineNode[] = [];
  const add = (indices: readonly number[], above: readonly string[]): void => {
    for (const index of indices) {
      const {name = '', mesh, children = []} = json.nodes?.[index] ?? {};
      nodes.push({index, name, above, hasMesh: mesh !== undefined, targets: targetsOf(json, mesh)});
      add(children, [...above, name]);
    }
  };
  add(json.scenes?.[json.scene ?? 0]?.nodes ?? [], []);
  const {materials = [], textures = [], images = [], animations = []} = json;
  return {
    nodes,
    materials: materials.map(({name = ''}) => name),
    materialExtensions: materials.map(({extensions = {}}) => Object.keys(extensions)),
    variants: variantsOf(json),
    textures: new Set([...textures, ...images].flatMap(({name}) => name ?? [])),
    animations: animations.map(({name = ''}) => name),
  };
}

function targetsOf(json: GLTF.IGLTF, mesh: number | undefined): string[] {
  const {primitives = [], extras = {}} = json.meshes?.[mesh ?? -1] ?? {};
  const {targetNames} = extras;
  const names: unknown[] = Array.isArray(targetNames) ? targetNames : [];
  return (primitives[0]?.targets ?? []).map((_, at) => {
    const name = names[at];
    return typeof name === 'string' ? name : '';
  });
}

function variantsOf(json: GLTF.IGLTF): string[] {
  const extension = json.extensions?.['KHR_materials_variants'];
  if (typeof extension !== 'object' || extension === null || !('variants' in extension)) return [];
  const variants: unknown[] = Array.isArray(extension.variants) ? extension.variants : [];
  return variants.map((variant) =>
    typeof variant === 'object' && variant !== null && 'name' in variant && typeof variant.name === 'string'
      ? variant.name
      : '',
  );
}
