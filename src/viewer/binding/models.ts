import {Mesh} from 'three';
import type {BindingContext} from '../binding-context.js';
import type {LoadedModel} from '../loaded-model.js';
import type {LiveTree} from './live-tree.js';
import {ModelState} from './model-state.js';
import type {SwapGroups} from './swap-groups.js';
import type {TextureSlot} from './texture-slots.js';

/** The models that are in memory, and which of their materials may take each other's place. */
export class Models {
  readonly #context: BindingContext;
  readonly #tree: LiveTree;
  readonly #groups: SwapGroups;
  readonly #states = new Map<LoadedModel, ModelState>();
  /** The nodes whose material may be swapped for others that no plan has named yet. */
  readonly #swapped = new Map<ModelState, Set<number>>();

  constructor(context: BindingContext, tree: LiveTree, groups: SwapGroups) {
    this.#context = context;
    this.#tree = tree;
    this.#groups = groups;
  }

  all(): Iterable<ModelState> {
    return this.#states.values();
  }

  /** A model by its id; `null` while it is not in memory. */
  state(id: string): ModelState | null {
    const model = this.#context.model(id);
    return model && this.stateOf(model);
  }

  stateOf(model: LoadedModel): ModelState {
    let state = this.#states.get(model);
    if (!state) {
      state = new ModelState(model, this.#tree);
      this.#states.set(model, state);
      this.#joinVariants(state);
    }
    return state;
  }

  /** The nodes whose material plans swap. */
  swappedNodes(state: ModelState): ReadonlySet<number> {
    return this.#swapped.get(state) ?? new Set();
  }

  /** Whether a material is there in every form that a node needs. */
  canWear(own: ModelState, node: number, state: ModelState, material: number): boolean {
    return this.#tree
      .of(own, node)
      .flatMap((live) => live.primitives)
      .every(({mesh}) => !(mesh instanceof Mesh) || state.materials.has(material, mesh));
  }

  /** Says that plans swap the material of a node, most likely for those that nothing wears unasked. */
  expectSwaps(state: ModelState, node: number): void {
    const nodes = this.#swapped.get(state) ?? new Set();
    if (nodes.has(node)) return;
    this.#swapped.set(state, nodes.add(node));
    const own = state.primitives(node).flatMap(({material}) => material ?? []);
    this.#join(state, [...own, ...state.spareMaterials()]);
  }

  /** Says that a node wears a material. */
  expectSwap(own: ModelState, node: number, state: ModelState, material: number): void {
    const [first] = own.primitives(node).flatMap((primitive) => primitive.material ?? []);
    const others = own === state ? [material] : [material, ...state.spareMaterials()];
    if (first === undefined) this.#join(state, others);
    else {
      this.#groups.join([
        [own.keyOf(first), own.material(first)],
        ...others.map((other) => [state.keyOf(other), state.material(other)] as const),
      ]);
    }
  }

  /** Says that plans put textures into a slot of a material. */
  expectTexture(state: ModelState, material: number, slot: TextureSlot): void {
    this.#groups.reserve(state.keyOf(material), state.material(material), slot);
  }

  #joinVariants(state: ModelState): void {
    for (const {primitives} of state.json.meshes ?? []) {
      for (const {material, extensions} of primitives) {
        const mapped = extensions?.KHR_materials_variants?.mappings.map((mapping) => mapping.material) ?? [];
        if (mapped.length > 0) this.#join(state, material === undefined ? mapped : [material, ...mapped]);
      }
    }
  }

  #join(state: ModelState, materials: readonly number[]): void {
    this.#groups.join(materials.map((material) => [state.keyOf(material), state.material(material)]));
  }
}
