import {TwikError} from '../error.js';
import {evaluate} from '../expression/compile-expression.js';
import {numberOf} from '../expression/operators.js';
import {toNumber} from '../number/decimal.js';
import type {Price} from '../price/price.js';
import type {Parameter, Value} from '../product/parameter.js';
import {decodeValue} from '../solver/parameter-values.js';
import type {Assumption, Bounds} from '../solver/solver.js';
import {attempt} from './attempt.js';
import type {ParameterState, RestoreReport} from './configuration.js';
import {hashOf} from './hash.js';
import {defaultOf, type Machinery} from './machinery.js';
import {once} from './once.js';
import type {Picks} from './pick.js';
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
  readonly machinery: Machinery;
  readonly picks: Picks;
  readonly awake: readonly Assumption[];
  readonly suspended: RestoreReport['conflicting'];
  readonly restored: RestoreReport | null;
  readonly complete: boolean;
  readonly bom = once(() => this.machinery.bom()(this.#scope()));
  /** Working days until delivery. */
  readonly leadTimeDays = once(() => this.#leadTimeDays());
  readonly plan = once(() => this.machinery.plan()(this.#scope()));
  readonly serialize = once(() => this.#serialize());
  /** Which values have been found possible, or not, by parameter and value. */
  readonly possible = new Map<string, boolean>();
  /** Least and greatest numbers that have been found out. */
  readonly bounds = new Map<string, Bounds | null>();
  /** How many questions about it were too hard. */
  hardQuestions = 0;
  readonly #parameters = new Map<string, ParameterState>();
  readonly #prices = new Map<number, Price | TwikError | null>();
  readonly #scope = once(() => this.machinery.scope((id) => this.of(id).value));

  /** @throws TwikError `search-limit`. */
  constructor(machinery: Machinery, {picks, awake, suspended, restored}: Basis) {
    this.machinery = machinery;
    this.picks = picks;
    this.awake = awake;
    this.suspended = suspended;
    this.restored = restored;
    const {decided, defaults, product, solver} = machinery;
    const solution = solver.complete(awake, defaults);
    for (const {parameter, decision, variables, absentIndex} of decided.values()) {
      const values = variables.map((variable) => solution[variable] ?? 0);
      const value = values[0] === absentIndex ? undefined : decodeValue(parameter, values);
      this.#add(parameter, value, () => solver.isDecided(awake, {decision, values}));
    }
    // Texts and colours exist or not by what has been decided; what formulas read later has them too.
    const scope = machinery.scope((id) => this.of(id).value);
    for (const parameter of product.parameters) {
      if (decided.has(parameter.id)) continue;
      const nothing = parameter.kind === 'text' ? '' : null;
      const value = (picks.get(parameter.id) ?? {value: defaultOf(parameter) ?? nothing}).value;
      this.#add(parameter, machinery.exists(parameter, scope) ? value : undefined);
    }
    this.complete = ![...this.#parameters.values()].some(({isOpen}) => isOpen);
  }

  /** @throws TwikError `parameter-unknown`. */
  of(path: string): ParameterState {
    const parameter = this.machinery.parameter(path);
    return this.#parameters.get(path) ?? {parameter, isActive: false, value: null, origin: null, isOpen: false};
  }

  price(quantity: number): Price | TwikError | null {
    const known = this.#prices.get(quantity);
    if (known !== undefined) return known;
    const price = attempt(() => this.machinery.pricing()(this.#scope(), {quantity, isEstimated: !this.complete}));
    this.#prices.set(quantity, price);
    return price;
  }

  shareCode(): string {
    return encodeShareCode(this.machinery.product, this.picks, this.suspended);
  }

  /** What is different from an earlier moment, in the order of the product. */
  changesSince(before: State): ValueChange[] {
    return this.machinery.product.parameters.flatMap(({id: path}) => {
      const from = before.of(path).value;
      const {value: to, origin} = this.of(path);
      return isSameValue(from, to) ? [] : [{path, from, to, origin}];
    });
  }

  /** @param value `undefined` where the parameter does not exist. */
  #add(parameter: Parameter, value: Value | undefined, isForced = (): boolean => false): void {
    const isActive = value !== undefined;
    const origin = isActive ? this.#originOf(parameter, value, isForced) : null;
    const isOpen = isActive && parameter.required && origin === null;
    this.#parameters.set(parameter.id, Object.freeze({parameter, isActive, value: value ?? null, origin, isOpen}));
  }

  /** `null` where nothing is there, or nobody has decided it and something else would do as well. */
  #originOf(parameter: Parameter, value: Value, isForced: () => boolean): Origin | null {
    const {id, kind, required} = parameter;
    const isNothing = value === null || (kind === 'text' && value === '');
    if (isNothing && required) return null;
    const pick = this.picks.get(id);
    if (pick) return pick.origin;
    const preferred = defaultOf(parameter);
    if (preferred !== null) return isSameValue(value, preferred) ? 'default' : 'rule';
    return !isNothing && (!required || isForced()) ? 'rule' : null;
  }

  #leadTimeDays(): number | null {
    const {model, product} = this.machinery;
    const {leadTimeDays: formula} = product;
    const days = formula && attempt(() => numberOf(evaluate(formula, model.environment, this.#scope())));
    return days === null || days instanceof TwikError ? null : toNumber(days);
  }

  #serialize(): SerialConfiguration {
    const {id: product, version: productVersion, parameters} = this.machinery.product;
    const states = parameters.map(({id}) => this.of(id));
    const values = Object.fromEntries(states.map(({parameter, value}) => [parameter.id, value]));
    return {
      format: 1,
      product,
      productVersion,
      values,
      origins: Object.fromEntries(states.flatMap(({parameter, origin}) => (origin ? [[parameter.id, origin]] : []))),
      complete: this.complete,
      consistent: this.suspended.length === 0,
      hash: hashOf({product, productVersion, values}),
    };
  }
}
