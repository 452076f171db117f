import {InstancedMesh, Mesh, Object3D} from 'three';
import type {BufferGeometry, Matrix4} from 'three';
import {TwikError} from '../../../core/error.js';
import {jsonOf} from '../../binding/gltf-json.js';
import {suggestion} from '../../binding/suggestion.js';
import type {LoadedModel} from '../../loaded-model.js';
import {geometryOf} from '../../model/drawables.js';
import type {StageContent} from '../../stage-content.js';
import {shownRoots} from '../sight-line.js';

/** A node with all that is below it. */
export interface OutlinedPart {
  /** A model's id. Default: every model that has such a node. */
  readonly model?: string;
  /** Its name in the glTF file. */
  readonly node: string;
}

/** The visible meshes of a scene. */
export interface OutlinedMeshes {
  readonly parts: readonly Mesh[];
  readonly others: readonly Mesh[];
}

/** A node as a file has it. */
interface Original {
  readonly object: Object3D;
  readonly name: string;
  /** What it and everything below it draws, in the file. */
  readonly geometries: ReadonlySet<BufferGeometry>;
}

/** Knows what of a scene belongs to some nodes, copies and repetitions that a configuration makes included. */
export class OutlinedParts {
  readonly #content: StageContent;
  readonly #parts: readonly OutlinedPart[];
  #originals: readonly Original[] = [];
  #models: readonly LoadedModel[] = [];

  /**
   * @throws TwikError `node-unknown`.
   */
  constructor(content: StageContent, parts: readonly OutlinedPart[]) {
    this.#content = content;
    this.#parts = parts;
    this.#seek();
    for (const part of parts) {
      if (this.#models.some((model) => hasNode(model, part))) continue;
      const models = this.#models.filter(({id}) => id === (part.model ?? id));
      const names = models.flatMap(({gltf}) => (jsonOf(gltf).nodes ?? []).flatMap(({name}) => name ?? []));
      const where = part.model === undefined ? 'No model' : `Model "${part.model}"`;
      const what = models.length > 0 ? suggestion(part.node, [...new Set(names)]) : 'It is not in memory.';
      const verb = part.model === undefined ? 'has' : 'does not have';
      throw new TwikError('node-unknown', `${where} ${verb} a node "${part.node}". ${what}`);
    }
  }

  /** What is visible now. */
  find(): OutlinedMeshes {
    // One that has come later may have such nodes, too.
    if (this.#content.models.length !== this.#models.length) this.#seek();
    const parts: Mesh[] = [];
    const others: Mesh[] = [];
    const walk = (object: Object3D, isPart: boolean) => {
      if (!object.visible) return;
      const isIn = isPart || this.#isNamed(object);
      if (object instanceof Mesh) (isIn ? parts : others).push(object);
      for (const child of object.children) walk(child, isIn);
    };
    for (const root of shownRoots(this.#content)) walk(root, false);
    // Instances lie beside the node that they repeat, each of their meshes at the place of the one that it repeats.
    const isRepeat = (mesh: Mesh) =>
      mesh instanceof InstancedMesh &&
      parts.some(({geometry, matrixWorld}) => geometry === mesh.geometry && isSame(matrixWorld, mesh.matrixWorld));
    const repeats = new Set(others.filter(isRepeat));
    return {parts: [...parts, ...repeats], others: others.filter((mesh) => !repeats.has(mesh))};
  }

  #seek(): void {
    this.#models = [...this.#content.models];
    this.#originals = this.#models.flatMap((model) => this.#parts.flatMap((part) => originalsOf(model, part)));
  }

  #isNamed(object: Object3D): boolean {
    return this.#originals.some(({object: original, name, geometries}) => {
      if (object === original) return true;
      // Copies have the name from the loader, but nobody knows their model.
      if (object.userData['name'] !== name) return false;
      if (this.#models.some(({gltf}) => gltf.parser.associations.get(object)?.nodes !== undefined)) return false;
      return geometries.size === 0 || [...geometriesBelow(object)].some((geometry) => geometries.has(geometry));
    });
  }
}

function hasNode({id, gltf}: LoadedModel, {model = id, node}: OutlinedPart): boolean {
  return id === model && (jsonOf(gltf).nodes ?? []).some(({name}) => name === node);
}

function originalsOf(loaded: LoadedModel, part: OutlinedPart): Original[] {
  if (!hasNode(loaded, part)) return [];
  const {gltf} = loaded;
  const {nodes = []} = jsonOf(gltf);
  return [...gltf.parser.associations].flatMap(([object, {nodes: index}]) => {
    if (index === undefined || !(object instanceof Object3D) || nodes[index]?.name !== part.node) return [];
    return {object, name: part.node, geometries: geometriesBelow(object)};
  });
}

function geometriesBelow(root: Object3D): Set<BufferGeometry> {
  const geometries = new Set<BufferGeometry>();
  root.traverse((object) => {
    const geometry = geometryOf(object);
    if (geometry) geometries.add(geometry);
  });
  return geometries;
}

/** But for rounding. */
function isSame(first: Matrix4, second: Matrix4): boolean {
  return first.elements.every((value, index) => Math.abs(value - (second.elements[index] ?? 0)) < 1e-6);
}
