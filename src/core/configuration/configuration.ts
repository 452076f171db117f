import type {BomLine} from '../bom/bom.js';
import type {TwikError} from '../error.js';
import type {Price} from '../price/price.js';
import type {Parameter, Value} from '../product/parameter.js';
import type {Product} from '../product/product.js';
import type {ScenePlan} from '../scene/plan.js';
import type {Bounds, WorkBudget} from '../solver/solver.js';
import type {ConfigurationRequest, Explanation, Origin, RequestResult, ValueChange} from './request.js';
import type {SerialConfiguration} from './serial.js';

/** One parameter as it stands now. */
export interface ParameterState {
  readonly parameter: Parameter;
  /** Whether it exists at present. */
  readonly isActive: boolean;
  /** The resolved value. */
  readonly value: Value;
  /** `null` while open. */
  readonly origin: Origin | null;
  /** Required, active, and nobody has decided it yet. */
  readonly isOpen: boolean;
}

/** What a subscriber is told after every applied request. */
export interface StateChange {
  /** Who asked: `user`, `host`, `restore`, or any word the asker chose. */
  readonly source: string;
  readonly changed: readonly ValueChange[];
}

/** About who asks, and how. */
export interface RequestOptions {
  /** Told to subscribers. Default `host`. */
  readonly source?: string;
  /** Any word. Requests with the same one, with none other between them, are one undo step: a slide, a word being typed. */
  readonly gesture?: string;
}

/** What a restore could not bring back. */
export interface RestoreReport {
  /** Parameters and options that are gone from this version of the product. */
  readonly gone: readonly {readonly parameter: string; readonly value: Value}[];
  /** Picks that contradict each other by today's rules; they stay in `suspended`. */
  readonly conflicting: readonly {
    readonly parameter: string;
    readonly value: Value;
    readonly explanation: Explanation;
  }[];
  /** Whether the code came from another version of the product. */
  readonly otherVersion: boolean;
}

/**
 * The store: picks in, whole valid configurations out. Everything read from it belongs to the same moment; after an
 * applied request subscribers are told once, synchronously. Writing the value that is there already tells nobody.
 */
export interface Configuration {
  readonly product: Product;
  /** Counts applied requests. */
  readonly revision: number;
  readonly complete: boolean;
  readonly consistent: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Restored picks that today's rules do not allow together; `consistent` is false while there are any. */
  readonly suspended: RestoreReport['conflicting'];
  /** What the last restore could not bring back, or `null`. */
  readonly restored: RestoreReport | null;

  /** @throws TwikError `parameter-unknown`. */
  parameter(path: string): ParameterState;
  /** Whether picking this value keeps the configuration valid without giving another pick up. */
  isPossible(path: string, value: Value): boolean;
  /**
   * What `isPossible` says, as far as it is known within a budget; `null`: not yet. Asked again, with nothing else
   * between, it goes on where it stopped, so that a page can find out in its idle time what takes long.
   *
   * @param budget How much work at most; what is used is taken off. With none left it tells what is known already.
   */
  tryPossible(path: string, value: Value, budget: WorkBudget): boolean | null;
  /** The smallest and greatest possible number, in the parameter's own unit; `null` while inactive. */
  bounds(path: string): Bounds | null;
  /** What `bounds` says, as far as a budget reaches; `undefined`: not yet. More is needed then than what was given. */
  tryBounds(path: string, budget: WorkBudget): Bounds | null | undefined;
  /**
   * The possible numbers one by one, where up to 256 lie between the bounds; otherwise `null`, and then `bounds` is exact
   * at its two ends only: whether a number between them is possible, `isPossible` says.
   */
  possibleNumbers(path: string): readonly number[] | null;
  /** Why a value is barred. */
  explain(path: string, value: Value): Explanation;

  request(request: ConfigurationRequest, options?: RequestOptions): RequestResult;
  /** Returns what ends the subscription. */
  subscribe(listener: (change: StateChange) => void): () => void;

  /** The price of `quantity` pieces, an error when a formula fails, or `null` when the product has none. */
  price(options?: {quantity?: number}): Price | TwikError | null;
  bom(): readonly BomLine[];
  /** Working days until delivery, `null` when the product does not say or the formula fails. */
  leadTimeDays(): number | null;
  /** What the picture shows. */
  plan(): ScenePlan;
  /** Picks and product version as a short text: `1.` and base64url. Holds no pictures. */
  shareCode(): string;
  serialize(): SerialConfiguration;
}
