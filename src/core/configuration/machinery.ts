import {createBom} from '../bom/create-bom.js';
import type {BomLine} from '../bom/bom.js';
import {TwikError} from '../error.js';
import {compileExpression} from '../expression/compile-expression.js';
import type {RuntimeValue, ValueScope} from '../expression/value.js';
import {createPricing, type Pricing} from '../price/pricing.js';
import {toNumber} from '../number/decimal.js';
import {environmentOf} from '../product/environment.js';
import type {FiniteParameter, Parameter, Value} from '../product/parameter.js';
import {parameterById} from '../product/parameter-by-id.js';
import type {Product} from '../product/product.js';
import {createPlan} from '../scene/create-plan.js';
import type {ScenePlan} from '../scene/plan.js';
import {compileModel} from '../solver/compile-model.js';
import {createSolver} from '../solver/create-solver.js';
import {DerivedFormulas} from '../solver/derived-formulas.js';
import type {Model} from '../solver/model.js';
import {encodeValue, isFinite} from '../solver/parameter-values.js';
import type {Assumption, Solver} from '../solver/solver.js';

/** A parameter that the engine reasons about. */
export interface Decided {
  readonly parameter: FiniteParameter;
  /** Index into `Model.decisions`. */
  readonly decision: number;
  readonly variables: readonly number[];
  /** That it exists, whatever its value. */
  readonly presence: Assumption;
}

/** Everything that a product is compiled into, once for all its configurations. */
export class Machinery {
  readonly product: Product;
  readonly model: Model;
  readonly solver: Solver;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly derived: DerivedFormulas;
  /** In the order of the model: after those that tell whether they exist. */
  readonly decided: ReadonlyMap<string, Decided>;
  /** What each variable takes unless something else is picked or forced; -1 where nothing is preferred. */
  readonly defaults: Int32Array;
  /** Tells whether a text or colour exists. */
  readonly isActive: ReadonlyMap<string, (scope: ValueScope) => RuntimeValue>;
  /** Working days until delivery. */
  readonly leadTimeDays: ((scope: ValueScope) => RuntimeValue) | null;
  #pricing: Pricing | null = null;
  #bom: ((scope: ValueScope) => readonly BomLine[]) | null = null;
  #plan: ((scope: ValueScope) => ScenePlan) | null = null;

  constructor(product: Product) {
    const environment = environmentOf(product);
    this.product = product;
    this.model = compileModel(product);
    this.solver = createSolver(this.model);
    this.parameters = new Map(product.parameters.map((parameter) => [parameter.id, parameter]));
    this.derived = new DerivedFormulas(product.derived, environment);
    const finite = new Map(product.parameters.filter(isFinite).map((parameter) => [parameter.id, parameter]));
    this.decided = new Map(
      this.model.decisions.flatMap(({id, variables}, decision) => {
        const parameter = finite.get(id);
        return parameter ? [[id, {parameter, decision, variables, presence: {decision, values: null}}]] : [];
      }),
    );
    this.defaults = new Int32Array(this.model.variables.length).fill(-1);
    for (const {parameter, variables} of this.decided.values()) {
      const preferred = encodeValue(parameter, defaultOf(parameter));
      if (preferred) variables.forEach((variable, place) => (this.defaults[variable] = preferred[place] ?? -1));
    }
    this.leadTimeDays = product.leadTimeDays && compileExpression(product.leadTimeDays, environment);
    this.isActive = new Map(
      product.parameters.flatMap(({id, active}) =>
        active && !finite.has(id) ? [[id, compileExpression(active, environment)]] : [],
      ),
    );
  }

  /** @throws TwikError `parameter-unknown`. */
  parameter(path: string): Parameter {
    return this.parameters.get(path) ?? parameterById(this.product, path);
  }

  /** @throws TwikError `product-contradictory`, or `search-limit`. */
  requireSolution(): void {
    if (this.solver.isPossible([])) return;
    const ids = this.solver.explain([], [])?.constraints ?? [];
    const quoted = ids.map((id) => `"${id}"`).join(', ');
    const issues = ids.map((id) => ({
      code: 'product-contradictory',
      message: `"${id}" is one of the rules that no configuration of "${this.product.id}" keeps together. Change one.`,
      path: (this.product.rules.find((rule) => rule.id === id) ?? this.parameters.get(id))?.path ?? '',
    }));
    throw new TwikError(
      'product-contradictory',
      `No configuration of "${this.product.id}" keeps ${quoted} together. Change one of them.`,
      {path: issues[0]?.path ?? '', issues},
    );
  }

  get pricing(): Pricing {
    return (this.#pricing ??= createPricing(this.product));
  }

  get bom(): (scope: ValueScope) => readonly BomLine[] {
    return (this.#bom ??= createBom(this.product));
  }

  get plan(): (scope: ValueScope) => ScenePlan {
    return (this.#plan ??= createPlan(this.product));
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

/** The machinery of a product, made when first asked for. Products are frozen, so it stays right. */
export function machineryOf(product: Product): Machinery {
  const known = machineries.get(product);
  if (known) return known;
  const made = new Machinery(product);
  machineries.set(product, made);
  return made;
}
