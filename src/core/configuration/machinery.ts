import {createBom} from '../bom/create-bom.js';
import {TwikError} from '../error.js';
import {evaluate} from '../expression/compile-expression.js';
import {baseValue} from '../expression/units.js';
import type {ValueScope} from '../expression/value.js';
import {exactFromNumber, toNumber} from '../number/decimal.js';
import {createPricing} from '../price/pricing.js';
import type {FiniteParameter, Parameter, Value} from '../product/parameter.js';
import {parameterById} from '../product/parameter-by-id.js';
import type {Product} from '../product/product.js';
import {createPlan} from '../scene/create-plan.js';
import {DerivedFormulas} from '../solver/derived-formulas.js';
import {EngineSolver, type Compile} from '../solver/engine-solver.js';
import type {Model} from '../solver/model.js';
import {encodeValue, isFinite} from '../solver/parameter-values.js';
import type {Assumption, Solver} from '../solver/solver.js';
import {attempt} from './attempt.js';
import {once} from './once.js';

/** A parameter that the engine reasons about. */
export interface Decided {
  readonly parameter: FiniteParameter;
  /** Index into `Model.decisions`. */
  readonly decision: number;
  readonly variables: readonly number[];
  /** What its first variable is while it does not exist; -1 when it always exists. */
  readonly absentIndex: number;
  /** That it exists, whatever its value. */
  readonly presence: Assumption;
}

/** Everything that a product is compiled into, once for all its configurations. */
export class Machinery {
  readonly product: Product;
  readonly model: Model;
  readonly solver: Solver;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** In the order of the model: after those that tell whether they exist. */
  readonly decided: ReadonlyMap<string, Decided>;
  /** What each variable takes unless something else is picked or forced; -1 where nothing is preferred. */
  readonly defaults: Int32Array;
  readonly pricing = once(() => createPricing(this.product));
  readonly bom = once(() => createBom(this.product));
  readonly plan = once(() => createPlan(this.product));
  readonly #derived: DerivedFormulas;

  /** @param model What the product says to the engine. */
  constructor(product: Product, model: Model, compile: Compile, workLimit?: number) {
    this.product = product;
    this.model = model;
    this.solver = new EngineSolver(model, compile, workLimit);
    this.#derived = new DerivedFormulas(product.derived, this.model.environment);
    this.parameters = new Map(product.parameters.map((parameter) => [parameter.id, parameter]));
    this.defaults = new Int32Array(this.model.variables.length).fill(-1);
    const decided = new Map<string, Decided>();
    for (const [decision, {id, variables}] of this.model.decisions.entries()) {
      const parameter = this.parameter(id);
      if (!isFinite(parameter)) continue;
      const {absentIndex = -1} = this.model.variables[variables[0] ?? -1] ?? {};
      decided.set(id, {parameter, decision, variables, absentIndex, presence: {decision, values: null}});
      const preferred = encodeValue(parameter, defaultOf(parameter)) ?? [];
      for (const [place, index] of preferred.entries()) this.defaults[variables[place] ?? -1] = index;
    }
    this.decided = decided;
  }

  /** @throws TwikError `parameter-unknown`. */
  parameter(path: string): Parameter {
    return this.parameters.get(path) ?? parameterById(this.product, path);
  }

  /** Values of parameters, and the derived values that follow from them, as formulas see them. */
  scope(valueOf: (id: string) => Value): ValueScope {
    return this.#derived.scope((id) => {
      const value = valueOf(id);
      if (typeof value !== 'number') return value;
      const parameter = this.parameter(id);
      return baseValue(exactFromNumber(value), 'unit' in parameter ? parameter.unit : null);
    });
  }

  /** Whether a formula lets a parameter exist. One that fails does not. */
  exists({active}: Parameter, scope: ValueScope): boolean {
    return active === null || attempt(() => evaluate(active, this.model.environment, scope)) === true;
  }
}

/** The value that nobody has to decide; `null` where there is none. */
export function defaultOf(parameter: Parameter): Value {
  switch (parameter.kind) {
    case 'choices':
      return parameter.default ?? (parameter.min === 0 || !parameter.required ? [] : null);
    case 'integer':
    case 'number':
      return parameter.default === null ? null : toNumber(parameter.default);
    default:
      return parameter.default;
  }
}

const machineries = new WeakMap<Product, Machinery>();

/** To be called once for each product that is read. Products are frozen, so it stays right. */
export function setMachinery(machinery: Machinery): void {
  machineries.set(machinery.product, machinery);
}

/** @throws TwikError `product-unread`. */
export function machineryOf(product: Product): Machinery {
  const machinery = machineries.get(product);
  if (machinery) return machinery;
  const message =
    'This product was not read by this copy of Twik. Read its definition with loadProduct or parseProduct.';
  throw new TwikError('product-unread', message);
}
