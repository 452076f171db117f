import type {BomLine} from '../bom/bom.js';
import {TwikError} from '../error.js';
import type {ValueScope} from '../expression/value.js';
import {toNumber} from '../number/decimal.js';
import type {Price} from '../price/price.js';
import type {Parameter, Value} from '../product/parameter.js';
import type {ScenePlan} from '../scene/plan.js';
import {runtimeValueOf} from '../solver/formulas.js';
import {decodeValue} from '../solver/parameter-values.js';
import type {Assumption} from '../solver/solver.js';
import type {ParameterState, RestoreReport} from './configuration.js';
import {hashOf} from './hash.js';
import {defaultOf, type Machinery} from './machinery.js';
import type {Pick, Picks} from './pick.js';
import type {Origin, ValueChange} from './request.js';
import {isSameValue} from './same-value.js';
import type {SerialConfiguration} from './serial.js';
import {encodeShareCode} from './share-code.js';

/** What a moment of a configuration rests on. */
export interface Basis {
  readonly picks: Picks;
  /** What the picks that hold say to the engine. */
  readonly awake: readonly Assumption[];
  readonly suspended: RestoreReport['conflicting'];
  readonly restored: RestoreReport | null;
}

/**
 * One moment of a configuration: picks and all that follows from them. It never changes; what costs something is worked
 * out when first read.
 */
export class State implements Basis {
  readonly picks: Picks;
  readonly awake: readonly Assumption[];
  readonly suspended: RestoreReport['conflicting'];
  readonly restored: RestoreReport | null;
  readonly parameters: ReadonlyMap<string, ParameterState>;
  readonly complete: boolean;
  /** Which values have been found possible, or not, by parameter and value. */
  readonly possible = new Map<string, boolean>();
  /** How many questions about it were too hard. */
  hardQuestions = 0;
  readonly #machinery: Machinery;
  readonly #solution: Int32Array;
  readonly #prices = new Map<number, Price | TwikError | null>();
  #bom: readonly BomLine[] | null = null;
  #plan: ScenePlan | null = null;
  #serial: SerialConfiguration | null = null;
  #scope: ValueScope | null = null;

  /** @throws TwikError `search-limit`. */
  constructor(machinery: Machinery, {picks, awake, suspended, restored}: Basis) {
    this.#machinery = machinery;
    this.picks = picks;
    this.awake = awake;
    this.suspended = suspended;
    this.restored = restored;
    this.#solution = machinery.solver.complete(awake, machinery.defaults);
    this.parameters = new Map(
      machinery.product.parameters.map((parameter) => [parameter.id, Object.freeze(this.#stateOf(parameter))]),
    );
    this.complete = ![...this.parameters.values()].some(({isOpen}) => isOpen);
  }

  /** The values of parameters and derived values, for formulas. */
  get scope(): ValueScope {
    return (this.#scope ??= this.#machinery.derived.scope(this.valueOf));
  }

  /** The value of a parameter, as formulas see it. */
  readonly valueOf: ValueScope = (name) => {
    const {decided, model} = this.#machinery;
    const own = decided.get(name);
    const decision = own && model.decisions[own.decision];
    if (decision) return runtimeValueOf(decision, model, (variable) => this.#solution[variable] ?? 0);
    const value = this.parameters.get(name)?.value ?? null;
    return typeof value === 'string' ? value : null;
  };

  price(quantity: number): Price | TwikError | null {
    const known = this.#prices.get(quantity);
    if (known !== undefined) return known;
    const price = attempt(() => this.#machinery.pricing(this.scope, {quantity, isEstimated: !this.complete}));
    this.#prices.set(quantity, price);
    return price;
  }

  get bom(): readonly BomLine[] {
    return (this.#bom ??= this.#machinery.bom(this.scope));
  }

  get leadTimeDays(): number | null {
    const days = attempt(() => this.#machinery.leadTimeDays?.(this.scope) ?? null);
    const isNumber = typeof days === 'number' || (days !== null && typeof days === 'object' && 'numerator' in days);
    return isNumber ? toNumber(days) : null;
  }

  get plan(): ScenePlan {
    return (this.#plan ??= this.#machinery.plan(this.scope));
  }

  get serial(): SerialConfiguration {
    return (this.#serial ??= this.#serialize());
  }

  get shareCode(): string {
    return encodeShareCode(this.#machinery.product, this.picks, this.suspended);
  }

  /** What is different from an earlier moment, in the order of the product. */
  changesSince(before: State): ValueChange[] {
    return [...this.parameters].flatMap(([path, {value, origin}]) => {
      const from = before.parameters.get(path)?.value ?? null;
      return isSameValue(from, value) ? [] : [{path, from, to: value, origin}];
    });
  }

  #stateOf(parameter: Parameter): ParameterState {
    const pick = this.picks.get(parameter.id);
    const decided = this.#machinery.decided.get(parameter.id);
    if (!decided) return this.#freeStateOf(parameter, pick);
    const indices = decided.variables.map((variable) => this.#solution[variable] ?? 0);
    const {absentIndex = -1} = this.#machinery.model.variables[decided.variables[0] ?? -1] ?? {};
    if (absentIndex >= 0 && indices[0] === absentIndex) return absent(parameter);
    const value = decodeValue(decided.parameter, indices);
    const state = (origin: Origin | null, isOpen = false): ParameterState => {
      return {parameter, isActive: true, value, origin, isOpen};
    };
    if (pick) return state(pick.origin);
    const preferred = defaultOf(parameter);
    if (preferred !== null) return state(isSameValue(value, preferred) ? 'default' : 'rule');
    if (value === null) return state(null);
    const isForced =
      !parameter.required ||
      this.#machinery.solver.isDecided(this.awake, {decision: decided.decision, values: indices});
    return isForced ? state('rule') : state(null, true);
  }

  /** Of a text or colour: what was picked, its default, or nothing. */
  #freeStateOf(parameter: Parameter, pick: Pick | undefined): ParameterState {
    const {derived, isActive} = this.#machinery;
    const active = isActive.get(parameter.id);
    if (active && !this.#holds(() => active(derived.scope(this.valueOf)) === true)) return absent(parameter);
    const preferred = defaultOf(parameter);
    const value = pick ? pick.value : (preferred ?? (parameter.kind === 'text' ? '' : null));
    const isNothing = value === null || value === '';
    const isOpen = isNothing && parameter.required;
    const origin = pick?.origin ?? (preferred === null ? null : 'default');
    return {parameter, isActive: true, value, origin: isOpen ? null : origin, isOpen};
  }

  /** A condition that fails does not hold. */
  #holds(condition: () => boolean): boolean {
    try {
      return condition();
    } catch (error) {
      if (error instanceof TwikError) return false;
      throw error;
    }
  }

  #serialize(): SerialConfiguration {
    const {id: product, version: productVersion} = this.#machinery.product;
    const values: Record<string, Value> = {};
    const origins: Record<string, Origin> = {};
    for (const [id, {value, origin}] of this.parameters) {
      values[id] = value;
      if (origin) origins[id] = origin;
    }
    return {
      format: 1,
      product,
      productVersion,
      values,
      origins,
      complete: this.complete,
      consistent: this.suspended.length === 0,
      hash: hashOf({product, productVersion, values}),
    };
  }
}

function absent(parameter: Parameter): ParameterState {
  return {parameter, isActive: false, value: null, origin: null, isOpen: false};
}

function attempt<T>(run: () => T): T | TwikError {
  try {
    return run();
  } catch (error) {
    if (error instanceof TwikError) return error;
    throw error;
  }
}
