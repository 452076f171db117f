import {
  Bone,
  InstancedMesh,
  Light,
  Line,
  LineLoop,
  LineSegments,
  Matrix4,
  Mesh,
  Object3D,
  Points,
  Scene,
  Skeleton,
  SkinnedMesh,
} from 'three';
import type {BufferGeometry, Material} from 'three';
import type {LoadedModel} from '../../loaded-model.js';
import {copyGeometry} from './copy-geometry.js';
import type {MaterialCopies} from './copy-material.js';
import {ownData} from './own-data.js';

type Drawn = Mesh | Line | Points;

/** Copies what a scene shows of its models, as things that glTF has: the live scene stays as it is. */
export class SceneCopy {
  readonly scene = new Scene();
  readonly #onlyVisible: boolean;
  readonly #materials: MaterialCopies;
  readonly #twins = new Map<Object3D, Object3D>();
  /** Bones with all above them: what hides them does not hide what they move. */
  readonly #bones = new Set<Object3D>();
  readonly #geometries = new Map<string, BufferGeometry>();
  #drawnCount = 0;

  constructor(models: readonly LoadedModel[], materials: MaterialCopies, onlyVisible: boolean) {
    this.#materials = materials;
    this.#onlyVisible = onlyVisible;
    for (const {root} of models) this.#findBones(root);
    for (const {id, root} of models) {
      const twin = this.#copy(root, true);
      if (!twin) continue;
      // What is alone needs no node to keep it together.
      const isAlone = models.length === 1 && isUnmoved(root);
      for (const child of isAlone ? [...twin.children] : [Object.assign(twin, {name: id})]) this.scene.add(child);
    }
    this.#bind();
  }

  /** Whether there is nothing to be seen in it. */
  get isEmpty(): boolean {
    return this.#drawnCount === 0;
  }

  dispose(): void {
    for (const geometry of this.#geometries.values()) geometry.dispose();
  }

  #findBones(root: Object3D): void {
    root.traverseVisible((object) => {
      if (!(object instanceof SkinnedMesh)) return;
      for (const bone of object.skeleton.bones) {
        for (let at: Object3D | null = bone; at && !this.#bones.has(at); at = at.parent) this.#bones.add(at);
      }
    });
  }

  #copy(object: Object3D, isInSight: boolean): Object3D | null {
    const isSeen = !this.#onlyVisible || (isInSight && object.visible);
    if (!isSeen && !this.#bones.has(object)) return null;
    const twin = isSeen ? this.#twin(object) : object instanceof Bone ? new Bone() : new Object3D();
    this.#twins.set(object, twin);
    const {name}: Record<string, unknown> = object.userData;
    twin.name = typeof name === 'string' ? name : object.name;
    twin.userData = ownData(object);
    placeAs(twin, object);
    for (const child of object.children) {
      const below = this.#copy(child, isSeen);
      if (below) twin.add(below);
    }
    return twin;
  }

  #twin(object: Object3D): Object3D {
    if (object instanceof Bone) return new Bone();
    if (object instanceof Light) return object.clone(false);
    if (object instanceof InstancedMesh) return this.#instances(object);
    if (!(object instanceof Mesh || object instanceof Line || object instanceof Points)) return new Object3D();
    return this.#drawn(object);
  }

  #drawn(object: Drawn, matrix: Matrix4 | null = null): Drawn {
    this.#drawnCount++;
    const {material, channels} = this.#materials.of(materialOf(object));
    const key = [object.geometry.uuid, ...channels, ...(matrix?.elements ?? [])].join();
    let geometry = this.#geometries.get(key);
    if (!geometry) this.#geometries.set(key, (geometry = copyGeometry(object.geometry, channels, matrix)));
    const twin = drawnLike(object, geometry, material);
    if (object.morphTargetInfluences) twin.morphTargetInfluences = [...object.morphTargetInfluences];
    if (object.morphTargetDictionary) twin.morphTargetDictionary = {...object.morphTargetDictionary};
    return twin;
  }

  /** A node for each: few programs know the extension that three would write. */
  #instances(mesh: InstancedMesh): Object3D {
    const group = new Object3D();
    const matrix = new Matrix4();
    // A slanted place is none that a node can have. Then its geometry has it, as instances differ only in where they are.
    const slant = mesh.matrixAutoUpdate || isPlace(mesh.matrix) ? null : mesh.matrix;
    for (let index = 0; index < mesh.count; index++) {
      mesh.getMatrixAt(index, matrix);
      const instance = this.#drawn(mesh, slant);
      instance.name = mesh.name;
      if (slant) matrix.premultiply(slant).multiply(slant.clone().invert());
      matrix.decompose(instance.position, instance.quaternion, instance.scale);
      group.add(instance);
    }
    return group;
  }

  #bind(): void {
    for (const [source, twin] of this.#twins) {
      if (source instanceof Light && 'target' in source && source.target instanceof Object3D) {
        Object.assign(twin, {target: this.#twins.get(source.target) ?? new Object3D()});
      }
      if (!(source instanceof SkinnedMesh && twin instanceof SkinnedMesh)) continue;
      const bones = source.skeleton.bones.map((bone) => {
        const other = this.#twins.get(bone);
        return other instanceof Bone ? other : new Bone();
      });
      twin.bind(new Skeleton(bones, source.skeleton.boneInverses), source.bindMatrix);
    }
  }
}

function drawnLike(object: Drawn, geometry: BufferGeometry, material: Material): Drawn {
  if (object instanceof SkinnedMesh) return new SkinnedMesh(geometry, material);
  if (object instanceof LineSegments) return new LineSegments(geometry, material);
  if (object instanceof LineLoop) return new LineLoop(geometry, material);
  if (object instanceof Line) return new Line(geometry, material);
  return object instanceof Points ? new Points(geometry, material) : new Mesh(geometry, material);
}

/** The loader gives each primitive a mesh of its own, and so one material. */
function materialOf({material}: Drawn): Material {
  const [first] = Array.isArray(material) ? material : [material];
  if (!first) throw new TypeError('A mesh of a glTF file has a material.');
  return first;
}

function placeAs(twin: Object3D, {matrix, matrixAutoUpdate, position, quaternion, scale}: Object3D): void {
  if (matrixAutoUpdate) {
    twin.position.copy(position);
    twin.quaternion.copy(quaternion).normalize();
    twin.scale.copy(scale);
  } else if (isPlace(matrix)) matrix.decompose(twin.position, twin.quaternion, twin.scale);
}

function isUnmoved(object: Object3D): boolean {
  object.updateMatrix();
  return object.matrix.equals(new Matrix4());
}

/** Whether a matrix is made of translation, rotation and scale. */
function isPlace(matrix: Matrix4): boolean {
  const {position, quaternion, scale} = new Object3D();
  matrix.decompose(position, quaternion, scale);
  const again = new Matrix4().compose(position, quaternion, scale);
  const size = Math.max(...matrix.elements.map(Math.abs));
  return matrix.elements.every((value, index) => Math.abs(value - (again.elements[index] ?? 0)) < 1e-5 * size);
}
