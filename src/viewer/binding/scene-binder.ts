import {TwikError} from '../../core/error.js';
import type {ScenePlan} from '../../core/scene/plan.js';
import type {BindingContext} from '../binding-context.js';
import type {LoadedModel} from '../loaded-model.js';
import {Assets} from './assets.js';
import {LiveTree} from './live-tree.js';
import {Models} from './models.js';
import {NeutralTextures} from './neutral-textures.js';
import {PlanReader, type Failure} from './plan-reader.js';
import {Prints} from './prints.js';
import {Settler} from './settler.js';
import {SlotTextures} from './slot-textures.js';
import {SwapGroups} from './swap-groups.js';
import {warmUp} from './warm-up.js';
import {ModelWishes} from './wishes.js';

/**
 * Makes the models of a stage look as scene plans say. Models keep what no plan mentions, and get back what is no
 * longer mentioned.
 */
export class SceneBinder {
  readonly #context: BindingContext;
  readonly #tree = new LiveTree();
  readonly #groups = new SwapGroups();
  readonly #neutrals = new NeutralTextures();
  readonly #slotTextures: SlotTextures;
  readonly #prints: Prints;
  readonly #assets: Assets;
  readonly #models: Models;
  readonly #reader: PlanReader;
  readonly #settler: Settler;
  /** Rises with each plan, so that one that waited knows whether it is still meant. */
  #turn = 0;
  #isDisposed = false;
  /** What has been reported and is still so. */
  #reported = new Set<string>();

  constructor(context: BindingContext) {
    this.#context = context;
    this.#slotTextures = new SlotTextures(context.maxAnisotropy);
    this.#prints = new Prints(context.maxAnisotropy);
    this.#assets = new Assets(context, this.#slotTextures);
    this.#models = new Models(context, this.#tree, this.#groups);
    this.#reader = new PlanReader(this.#models, this.#assets);
    this.#settler = new Settler({
      tree: this.#tree,
      groups: this.#groups,
      slotTextures: this.#slotTextures,
      neutrals: this.#neutrals,
      prints: this.#prints,
    });
  }

  /**
   * Takes in a model that no plan may mention, for what its file asks and the loader does not know
   * (`KHR_node_visibility`), and so that materials of variants share a shader before the first frame.
   */
  adopt(model: LoadedModel): void {
    this.#models.stateOf(model);
    this.#settle();
  }

  /**
   * Applies a plan whole. When all it needs is in memory, it is applied when the call returns. Otherwise everything
   * stays as it is until the last asset has come, and then changes at once. A later plan takes the place of one that
   * waits, whose promise is then fulfilled without its being applied.
   *
   * @throws TwikError What is wrong with entries, after all others have been applied: one error's own, or
   *   `scene-bindings-failed` with `issues`. An entry that stays wrong is reported once; it leaves its place as it is in
   *   the file.
   */
  async apply(plan: ScenePlan): Promise<void> {
    if (this.#isDisposed) return;
    const turn = ++this.#turn;
    let reading = this.#reader.read(plan);
    this.#assets.abandon();
    for (let waiting = this.#assets.waiting(); waiting.length > 0; waiting = this.#assets.waiting()) {
      await Promise.all(waiting);
      if (turn !== this.#turn) return;
      reading = this.#reader.read(plan);
      this.#assets.abandon();
    }
    for (const state of this.#models.all()) state.wishes = reading.wishesOf(state);
    this.#settle();
    this.#assets.trim();
    this.#report(reading.failures);
  }

  /**
   * Compiles what a choice of another material, a mounted model or a repetition will need, so that it takes no time
   * then. Call it when there is nothing else to do, after the first plan. Does nothing without
   * `BindingContext.precompile`.
   */
  async prepare(): Promise<void> {
    const isWanted = (): boolean => {
      if (!this.#isDisposed) this.#settle();
      return !this.#isDisposed;
    };
    if (isWanted()) await warmUp(this.#context, this.#models, this.#tree, this.#groups, isWanted);
  }

  /** Gives the models back as their files have them, and frees all that was made for plans. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#turn++;
    for (const state of this.#models.all()) state.wishes = new ModelWishes();
    this.#settler.settle([...this.#models.all()]);
    for (const state of this.#models.all()) state.materials.dispose();
    this.#assets.dispose();
    this.#prints.dispose();
    this.#slotTextures.dispose();
    this.#neutrals.dispose();
  }

  #settle(): void {
    const {hasMoved, looksDifferent} = this.#settler.settle([...this.#models.all()]);
    if (hasMoved) this.#context.boundsChanged();
    if (looksDifferent) this.#context.invalidate();
  }

  #report(failures: readonly Failure[]): void {
    const keys = failures.map(({entry, error}) => JSON.stringify([entry, error.code]));
    const fresh = failures.filter((_, index) => !this.#reported.has(keys[index] ?? '')).map(({error}) => error);
    this.#reported = new Set(keys);
    const [first, ...rest] = fresh;
    if (!first) return;
    if (rest.length === 0) throw first;
    throw new TwikError('scene-bindings-failed', `${first.message} (And ${rest.length} more.)`, {
      issues: fresh.flatMap((error) => error.issues),
      cause: first,
    });
  }
}
