import {
  Bone,
  InstancedMesh,
  Line,
  Mesh,
  Points,
  Skeleton,
  SkinnedMesh,
  type Material,
  type Object3D,
  type Vector3,
} from 'three';
import type {ModelState} from './model-state.js';
import type {MountSite} from './mounts.js';
import type {RepeatSite} from './repeats.js';

/** One drawn piece of a node. */
export interface Primitive {
  readonly mesh: Mesh | Line | Points;
  /** The file's material by index, and three's form of it; `null` when the primitive names none. */
  readonly index: number | null;
  readonly material: Material;
  /** Its place in the glTF mesh. */
  readonly place: number;
}

/** One of the objects that a node of a file is at present: the loader's, or a copy that was mounted or repeated. */
export interface LiveNode {
  readonly state: ModelState;
  readonly node: number;
  readonly object: Object3D;
  readonly primitives: Primitive[];
  /** From the place of the node that it repeats; `null` for what is no repetition. */
  step: Vector3 | null;
  mount: MountSite | null;
  repeat: RepeatSite | null;
}

/** Knows all objects of each node, so that what is set of a node reaches all of them. */
export class LiveTree {
  readonly #nodes = new Map<ModelState, Map<number, Set<LiveNode>>>();
  readonly #byObject = new WeakMap<Object3D, LiveNode>();
  readonly #attached = new WeakSet<Object3D>();

  /** Takes in the objects of a loaded model. */
  adopt(state: ModelState, objects: ReadonlyMap<number, Object3D>): void {
    const others = new Set(objects.values());
    for (const [node, object] of objects) {
      const primitives = drawnBy(object, others).map((mesh, place) => ({
        mesh,
        place,
        index: state.primitive(node, place)?.material ?? null,
        material: materialOf(mesh),
      }));
      this.#add({state, node, object, primitives, step: null, mount: null, repeat: null});
    }
  }

  /** The objects of a node. */
  of(state: ModelState, node: number): LiveNode[] {
    return [...(this.#nodes.get(state)?.get(node) ?? [])];
  }

  *all(): Iterable<LiveNode> {
    for (const nodes of this.#nodes.values()) for (const lives of nodes.values()) yield* lives;
  }

  at(object: Object3D): LiveNode | undefined {
    return this.#byObject.get(object);
  }

  has(live: LiveNode): boolean {
    return this.#byObject.get(live.object) === live;
  }

  /** Whether an object was added to a model by a binding. */
  isAttached(object: Object3D): boolean {
    return this.#attached.has(object);
  }

  /** Copies an object with all below it, leaving out what bindings have added, and attaches the copy. */
  attachCopy(source: Object3D, parent: Object3D): Object3D {
    const twins = new Map<Object3D, Object3D>();
    const copy = this.#twin(source, twins);
    for (const [original, twin] of twins) {
      giveOwnBones(twin, twins);
      const live = this.#byObject.get(original);
      if (!live) continue;
      const primitives = live.primitives.flatMap((primitive) => {
        const mesh = twins.get(primitive.mesh);
        return isDrawn(mesh) ? [{...primitive, mesh}] : [];
      });
      this.#add({...live, object: twin, primitives, step: null, mount: null, repeat: null});
    }
    this.attach(copy, parent);
    return copy;
  }

  attach(object: Object3D, parent: Object3D): void {
    this.#attached.add(object);
    parent.add(object);
  }

  /** Takes away what was attached, with all that was attached to it in turn, and frees it. */
  detach(object: Object3D): void {
    object.removeFromParent();
    object.traverse((below) => {
      const live = this.#byObject.get(below);
      if (live) this.#nodes.get(live.state)?.get(live.node)?.delete(live);
      this.#byObject.delete(below);
      if (below instanceof InstancedMesh) below.dispose();
      if (below instanceof SkinnedMesh) below.skeleton.dispose();
    });
  }

  #add(live: LiveNode): void {
    let nodes = this.#nodes.get(live.state);
    if (!nodes) this.#nodes.set(live.state, (nodes = new Map<number, Set<LiveNode>>()));
    let lives = nodes.get(live.node);
    if (!lives) nodes.set(live.node, (lives = new Set()));
    lives.add(live);
    this.#byObject.set(live.object, live);
  }

  #twin(source: Object3D, twins: Map<Object3D, Object3D>): Object3D {
    const twin = source.clone(false);
    twins.set(source, twin);
    for (const child of source.children) if (!this.#attached.has(child)) twin.add(this.#twin(child, twins));
    return twin;
  }
}

/** The meshes of a node itself, in the order of the file's primitives. */
function drawnBy(object: Object3D, nodes: ReadonlySet<Object3D>): (Mesh | Line | Points)[] {
  const below = object.children.filter((child) => !nodes.has(child)).flatMap((child) => drawnBy(child, nodes));
  return isDrawn(object) ? [object, ...below] : below;
}

function isDrawn(object: Object3D | undefined): object is Mesh | Line | Points {
  return object instanceof Mesh || object instanceof Line || object instanceof Points;
}

function materialOf({material}: Mesh | Line | Points): Material {
  // The loader gives each primitive a mesh of its own, and so one material.
  const [first] = Array.isArray(material) ? material : [material];
  if (!first) throw new TypeError('A mesh of a glTF file has a material.');
  return first;
}

/** A copied skin moves with the copied bones. */
function giveOwnBones(mesh: Object3D, twins: ReadonlyMap<Object3D, Object3D>): void {
  if (!(mesh instanceof SkinnedMesh)) return;
  const bones = mesh.skeleton.bones.map((bone) => {
    const twin = twins.get(bone);
    return twin instanceof Bone ? twin : bone;
  });
  mesh.bind(new Skeleton(bones, mesh.skeleton.boneInverses), mesh.bindMatrix);
}
