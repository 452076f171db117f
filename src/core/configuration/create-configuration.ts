import type {BomLine} from '../bom/bom.js';
import {TwikError} from '../error.js';
import type {Price} from '../price/price.js';
import type {Value} from '../product/parameter.js';
import type {Product} from '../product/product.js';
import type {ScenePlan} from '../scene/plan.js';
import type {Bounds, WorkBudget} from '../solver/solver.js';
import {attempt} from './attempt.js';
import type {Configuration, ParameterState, RequestOptions, RestoreReport, StateChange} from './configuration.js';
import {conflictOf} from './conflict.js';
import {evaluate} from './evaluate.js';
import {History} from './history.js';
import {machineryOf, type Machinery} from './machinery.js';
import {readPick} from './pick.js';
import {boundsOf, explainValue, isPossible, possibleNumbers, tryBounds, tryPossible} from './questions.js';
import type {ConfigurationRequest, Explanation, RequestResult} from './request.js';
import {addPicks, nothingPicked, restore} from './restore.js';
import {readSaved} from './saved.js';
import type {SerialConfiguration} from './serial.js';
import {State} from './state.js';
import {stepsOf} from './steps.js';
import {Subscribers} from './subscribers.js';

/** How a configuration begins. */
export interface ConfigurationOptions {
  /** A share code, or what `serialize()` gave; what it cannot bring back is in `restored` and `suspended`. */
  readonly restore?: string | SerialConfiguration;
  /** Values by parameter, picked in the user's name. Those that contradict ones before them are in `suspended`. */
  readonly picks?: Readonly<Record<string, Value>>;
  /** Hears what listeners throw. Without it `request` throws that, after everybody has been told. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Begins a configuration of a product.
 *
 * @throws TwikError `product-unread` for what `loadProduct` or `parseProduct` did not give; `code-invalid` or
 * `code-other-product` for `restore`; for `picks` what a request would be refused with.
 * @example
 * const configuration = createConfiguration(product, {picks: {finish: 'oak'}});
 */
export function createConfiguration(product: Product, options: ConfigurationOptions = {}): Configuration {
  const machinery = machineryOf(product);
  return new Store(beginning(machinery, options), options.onError ?? null);
}

function beginning(machinery: Machinery, {restore: from, picks = {}}: ConfigurationOptions): State {
  const basis = from === undefined ? nothingPicked : restore(machinery, readSaved(from, machinery.product));
  const own = Object.entries(picks).map(([path, value]) => readPick(machinery, machinery.parameter(path), value));
  return new State(machinery, addPicks(machinery, basis, own));
}

class Store implements Configuration {
  readonly product: Product;
  readonly #history: History<State>;
  readonly #subscribers: Subscribers<StateChange>;
  #revision = 0;

  constructor(state: State, onError: ((error: unknown) => void) | null) {
    this.product = state.machinery.product;
    this.#history = new History(state);
    this.#subscribers = new Subscribers(onError);
  }

  get revision(): number {
    return this.#revision;
  }

  get complete(): boolean {
    return this.#state.complete;
  }

  get consistent(): boolean {
    return this.#state.suspended.length === 0;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  get suspended(): RestoreReport['conflicting'] {
    return this.#state.suspended;
  }

  get restored(): RestoreReport | null {
    return this.#state.restored;
  }

  parameter(path: string): ParameterState {
    return this.#state.of(path);
  }

  isPossible(path: string, value: Value): boolean {
    return isPossible(this.#state, path, value);
  }

  tryPossible(path: string, value: Value, budget: WorkBudget): boolean | null {
    return tryPossible(this.#state, path, value, budget);
  }

  bounds(path: string): Bounds | null {
    return boundsOf(this.#state, path);
  }

  tryBounds(path: string, budget: WorkBudget): Bounds | null | undefined {
    return tryBounds(this.#state, path, budget);
  }

  possibleNumbers(path: string): readonly number[] | null {
    return possibleNumbers(this.#state, path);
  }

  explain(path: string, value: Value): Explanation {
    return explainValue(this.#state, path, value);
  }

  request(request: ConfigurationRequest, {source = 'host', gesture}: RequestOptions = {}): RequestResult {
    const before = this.#state;
    const conflict = attempt(() => this.#carryOut(request, gesture));
    if (conflict instanceof TwikError) return {kind: 'refused', error: conflict};
    if (conflict) return conflict;
    if (this.#state === before) return {kind: 'applied', changed: []};
    this.#revision++;
    const changed = this.#state.changesSince(before);
    this.#subscribers.tell({source, changed});
    return {kind: 'applied', changed};
  }

  subscribe(listener: (change: StateChange) => void): () => void {
    return this.#subscribers.add(listener);
  }

  price({quantity = 1}: {quantity?: number} = {}): Price | TwikError | null {
    return this.#state.price(quantity);
  }

  bom(): readonly BomLine[] {
    return this.#state.bom();
  }

  leadTimeDays(): number | null {
    return this.#state.leadTimeDays();
  }

  plan(): ScenePlan {
    return this.#state.plan();
  }

  shareCode(): string {
    return this.#state.shareCode();
  }

  serialize(): SerialConfiguration {
    return this.#state.serialize();
  }

  /** Moves to another moment, or to the same where nothing changes; gives the conflict where it cannot. */
  #carryOut(request: ConfigurationRequest, gesture: string | undefined): RequestResult | null {
    const before = this.#state;
    const {machinery} = before;
    const steps = stepsOf(request);
    switch (request.kind) {
      case 'undo':
        this.#history.undo();
        break;
      case 'redo':
        this.#history.redo();
        break;
      case 'restore':
        this.#history.advance(new State(machinery, restore(machinery, readSaved(request.from, this.product))));
        break;
      default: {
        const evaluation = evaluate(before, steps);
        if (evaluation.kind === 'contradiction') return conflictOf(before, request, evaluation);
        if (evaluation.state !== before) this.#history.advance(evaluation.state, gesture);
      }
    }
    return null;
  }

  get #state(): State {
    return this.#history.present;
  }
}
