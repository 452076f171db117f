import {Group, InstancedMesh, Matrix4, Mesh, SkinnedMesh, type Object3D} from 'three';
import type {RepeatValue} from '../../core/scene/plan.js';
import type {LiveNode, LiveTree, Primitive} from './live-tree.js';

interface Item {
  readonly mesh: InstancedMesh;
  readonly of: Mesh;
  /** Whose primitives it is one of, so that it wears what they wear. */
  readonly owner: LiveNode;
  readonly primitive: Primitive;
}

const relative = new Matrix4();
const inverse = new Matrix4();
const matrix = new Matrix4();

/** Repeats an object with all below it as instanced meshes beside it, one for each of its meshes. */
export class Instances {
  /** How many repetitions there is room for. */
  readonly room: number;
  readonly #tree: LiveTree;
  readonly #live: LiveNode;
  readonly #group = new Group();
  readonly #items: Item[] = [];
  #placed = '';

  constructor(tree: LiveTree, live: LiveNode, count: number) {
    this.#tree = tree;
    this.#live = live;
    // Some more than asked for: who drags a slider should not build them anew at each step.
    this.room = Math.ceil(count / 16) * 16;
    this.#collect(live.object);
    if (live.object.parent) tree.attach(this.#group, live.object.parent);
  }

  /** Whether an object may be part of it: a still mesh or a mere place. */
  static canDraw(object: Object3D): boolean {
    if (object instanceof SkinnedMesh || object instanceof InstancedMesh) return false;
    if (object instanceof Mesh) return object.morphTargetInfluences === undefined;
    return object.type === 'Object3D' || object.type === 'Group';
  }

  /** Brings every instance to its place, and says whether that is a change. */
  place({count, stepM}: RepeatValue): boolean {
    const {object} = this.#live;
    object.updateMatrix();
    const more = Math.floor(count) - 1;
    const placed = [more, ...stepM, object.visible, ...object.matrix.elements].join(' ');
    if (placed === this.#placed) return false;
    this.#placed = placed;
    this.#group.visible = object.visible;
    for (const {mesh, of} of this.#items) {
      relative.identity();
      for (let at: Object3D | null = of; at && at !== object.parent; at = at.parent) {
        at.updateMatrix();
        relative.premultiply(at.matrix);
      }
      // The mesh has the object's own place, so that a mirrored one is still seen from outside, and each instance the
      // way from there: M⁻¹ · step · M.
      relative.decompose(mesh.position, mesh.quaternion, mesh.scale);
      mesh.matrixAutoUpdate = false;
      mesh.matrix.copy(relative);
      inverse.copy(relative).invert();
      for (let index = 0; index < more; index++) {
        const [x, y, z] = stepM;
        matrix.makeTranslation(x * (index + 1), y * (index + 1), z * (index + 1));
        mesh.setMatrixAt(index, matrix.premultiply(inverse).multiply(relative));
      }
      mesh.count = more;
      mesh.matrixWorldNeedsUpdate = true;
      mesh.instanceMatrix.needsUpdate = true;
      mesh.boundingSphere = null;
      mesh.boundingBox = null;
    }
    return true;
  }

  dispose(): void {
    for (const {owner, primitive} of this.#items) {
      const place = owner.primitives.indexOf(primitive);
      if (place !== -1) owner.primitives.splice(place, 1);
    }
    this.#tree.detach(this.#group);
  }

  #collect(object: Object3D): void {
    const owner = this.#tree.at(object);
    for (const primitive of [...(owner?.primitives ?? [])]) {
      if (!owner || !(primitive.mesh instanceof Mesh) || primitive.mesh instanceof InstancedMesh) continue;
      const of: Mesh = primitive.mesh;
      const mesh = new InstancedMesh(of.geometry, of.material, this.room);
      mesh.name = of.name;
      mesh.castShadow = of.castShadow;
      mesh.receiveShadow = of.receiveShadow;
      mesh.renderOrder = of.renderOrder;
      mesh.layers.mask = of.layers.mask;
      mesh.userData = of.userData;
      const item = {mesh, of, owner, primitive: {...primitive, mesh}};
      this.#items.push(item);
      owner.primitives.push(item.primitive);
      this.#group.add(mesh);
    }
    for (const child of object.children) {
      if (child.visible && !this.#tree.isAttached(child)) this.#collect(child);
    }
  }
}
