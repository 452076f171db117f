import {TwikError} from '../../error.js';
import {compileExpression} from '../../expression/compile-expression.js';
import {childrenOf, namesOf} from '../../expression/names.js';
import type {ExpressionNode} from '../../expression/node.js';
import type {RuntimeValue, ValueScope} from '../../expression/value.js';
import {sign} from '../../number/arithmetic.js';
import {DerivedFormulas} from '../derived-formulas.js';
import type {Decision, Model} from '../model.js';

/** What evaluating a formula came to that has no value, such as a division by zero. */
export const FAILED = Symbol('failed');
export type Outcome = RuntimeValue | typeof FAILED;

/** Gives a formula's outcome for an index of each variable that it depends on. */
export type Evaluation = (indexOf: (variable: number) => number) => Outcome;

interface Facts {
  readonly support: readonly number[];
  readonly canFail: boolean;
  readonly isSum: boolean;
}

/** Knows of the formulas of one model, and of all their parts, what they depend on and what they come to. */
export class Formulas {
  readonly model: Model;
  readonly #derived: DerivedFormulas;
  readonly #decisions: ReadonlyMap<string, Decision>;
  readonly #roots: ReadonlyMap<string, ExpressionNode>;
  readonly #facts = new WeakMap<ExpressionNode, Facts>();
  readonly #outcomes = new WeakMap<ExpressionNode, readonly Outcome[]>();

  constructor(model: Model) {
    this.model = model;
    this.#derived = new DerivedFormulas(model.derived, model.environment);
    this.#decisions = new Map(model.decisions.map((decision) => [decision.id, decision]));
    this.#roots = new Map(model.derived.map(({id, formula}) => [id, formula.root]));
    // Each reads only those before it, so none of these goes deep.
    for (const root of this.#roots.values()) this.#factsOf(root);
  }

  /** The formula behind the name of a derived value; anything else is its own. */
  resolve(node: ExpressionNode): ExpressionNode {
    let found = node;
    for (
      let next: ExpressionNode | undefined = node;
      next;
      next = next.kind === 'name' ? this.#roots.get(next.name) : undefined
    ) {
      found = next;
    }
    return found;
  }

  /** The derived values that a formula reads, directly or through others; each comes after those it reads. */
  behind(node: ExpressionNode): readonly {readonly id: string; readonly formula: {readonly root: ExpressionNode}}[] {
    return this.#derived.behind(namesOf(node));
  }

  /** The decision that a name means, itself or by way of derived values. */
  decisionOf(node: ExpressionNode): Decision | undefined {
    const found = this.resolve(node);
    return found.kind === 'name' ? this.#decisions.get(found.name) : undefined;
  }

  /** How many values a variable has. */
  sizeOf(variable: number): number {
    return this.model.variables[variable]?.size ?? 0;
  }

  /** The variables that the value depends on, ascending. */
  supportOf(node: ExpressionNode): readonly number[] {
    return this.#factsOf(node).support;
  }

  /** Whether evaluating it can fail with some values; said rather too often. */
  canFail(node: ExpressionNode): boolean {
    return this.#factsOf(node).canFail;
  }

  /** Whether it adds up what single variables contribute, so that it is null where one of them makes it null. */
  isSum(node: ExpressionNode): boolean {
    return this.#factsOf(node).isSum;
  }

  evaluationOf(node: ExpressionNode): Evaluation {
    const names = namesOf(node);
    const {environment} = this.model;
    const derived = new DerivedFormulas(this.#derived.behind(names), environment);
    const type = node.type ?? {kind: 'null'};
    const run = compileExpression({source: '', path: '', type, root: node, names}, environment);
    return (indexOf) => {
      try {
        return run(derived.scope(this.#scope(indexOf)));
      } catch (error) {
        if (error instanceof TwikError) return FAILED;
        throw error;
      }
    };
  }

  /** The outcome for each index of the only variable that a formula depends on, or its only outcome. */
  outcomesOf(node: ExpressionNode): readonly Outcome[] {
    const known = this.#outcomes.get(node);
    if (known) return known;
    const [variable] = this.supportOf(node);
    const evaluate = this.evaluationOf(node);
    const length = variable === undefined ? 1 : this.sizeOf(variable);
    const found = Array.from({length}, (_, index) => evaluate(() => index));
    this.#outcomes.set(node, found);
    return found;
  }

  #factsOf(node: ExpressionNode): Facts {
    const root = node.kind === 'name' && this.#roots.get(node.name);
    if (root) return this.#factsOf(root);
    const known = this.#facts.get(node);
    if (known) return known;
    const parts = childrenOf(node).map((part) => this.#factsOf(part));
    const support = this.#supportOf(node, parts);
    const found: Facts = {
      support,
      canFail: failsItself(node) || parts.some(({canFail}) => canFail),
      isSum: support.length < 2 || addsUp(node, parts),
    };
    this.#facts.set(node, found);
    return found;
  }

  #supportOf(node: ExpressionNode, parts: readonly Facts[]): readonly number[] {
    if (node.kind === 'name') return this.#decisions.get(node.name)?.variables ?? [];
    if (node.kind === 'in' && node.item.kind === 'string') {
      const {options, variables} = this.decisionOf(node.list) ?? {};
      const {value} = node.item;
      if (options) return variables?.filter((_, place) => options[place] === value) ?? [];
    }
    return [...new Set(parts.flatMap(({support}) => support))].sort((a, b) => a - b);
  }

  #scope(indexOf: (variable: number) => number): ValueScope {
    return (name) => {
      const decision = this.#decisions.get(name);
      if (!decision) throw new TwikError('name-unknown', `A rule reads "${name}", which the engine does not know.`);
      return this.#valueOf(decision, indexOf);
    };
  }

  /** A decision as expressions see it. */
  #valueOf({variables, options}: Decision, indexOf: (variable: number) => number): RuntimeValue {
    const values = variables.map((variable) => this.model.variables[variable]?.value(indexOf(variable)) ?? null);
    if (!options) return values[0] ?? null;
    const isNull = values.length > 0 && values.every((value) => value === null);
    return isNull ? null : options.filter((_, place) => values[place] === true);
  }
}

function failsItself(node: ExpressionNode): boolean {
  if (node.kind === 'binary') return node.operator === '/' && !isPositive(node.right);
  const [, step] = node.kind === 'call' ? node.arguments : [];
  return node.kind === 'call' && step !== undefined && /lookup|round|floor|ceil/.test(node.name) && !isPositive(step);
}

/** Whether a part over several variables adds up what its own parts do. */
function addsUp(node: ExpressionNode, parts: readonly Facts[]): boolean {
  switch (node.kind) {
    case 'unary':
    case 'binary': {
      const [left, right] = parts.map(({support}) => support.length);
      const {operator} = node;
      if (!parts.every(({isSum}) => isSum)) return false;
      return /[+-]/.test(operator) || (/[*/]/.test(operator) && right === 0) || (operator === '*' && left === 0);
    }
    case 'call':
      // Here null counts for nothing, which can be told where it comes from one variable.
      return (
        /sum|count/.test(node.name) &&
        node.arguments.every(({type}, place) => type?.kind === 'options' || (parts[place]?.support.length ?? 0) < 2)
      );
    default:
      return false;
  }
}

function isPositive(node: ExpressionNode): boolean {
  return node.kind === 'number' && sign(node.value) > 0;
}
