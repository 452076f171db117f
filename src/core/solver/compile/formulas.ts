import {TwikError} from '../../error.js';
import {compileExpression} from '../../expression/compile-expression.js';
import {childrenOf, namesOf} from '../../expression/names.js';
import type {ExpressionNode} from '../../expression/node.js';
import type {RuntimeValue, ValueScope} from '../../expression/value.js';
import {sign} from '../../number/arithmetic.js';
import {DerivedFormulas} from '../derived-formulas.js';
import {runtimeValueOf} from '../formulas.js';
import type {Decision, Model} from '../model.js';

/** What evaluating a formula came to that has no value, such as a division by zero. */
export const FAILED = Symbol('failed');
export type Outcome = RuntimeValue | typeof FAILED;

/** Gives a formula's outcome for an index of each variable that it depends on. */
export type Evaluation = (indexOf: (variable: number) => number) => Outcome;

/** Knows of the formulas of one model, and of all their parts, what they depend on and what they come to. */
export class Formulas {
  readonly model: Model;
  readonly #derived: DerivedFormulas;
  readonly #decisions: ReadonlyMap<string, Decision>;
  readonly #roots: ReadonlyMap<string, ExpressionNode>;
  readonly #supports = new WeakMap<ExpressionNode, readonly number[]>();
  readonly #failures = new WeakMap<ExpressionNode, boolean>();
  readonly #sums = new WeakMap<ExpressionNode, boolean>();
  readonly #evaluations = new WeakMap<ExpressionNode, Evaluation>();
  readonly #outcomes = new WeakMap<ExpressionNode, readonly Outcome[]>();

  constructor(model: Model) {
    this.model = model;
    this.#derived = new DerivedFormulas(model.derived, model.environment);
    this.#decisions = new Map(model.decisions.map((decision) => [decision.id, decision]));
    this.#roots = new Map(model.derived.map(({id, formula}) => [id, formula.root]));
    // Each reads only those before it, so none of these goes deep.
    for (const {formula} of model.derived) {
      this.supportOf(formula.root);
      this.canFail(formula.root);
      this.isSum(formula.root);
    }
  }

  /** The formula behind the name of a derived value; anything else is its own. */
  resolve(node: ExpressionNode): ExpressionNode {
    let found = node;
    while (found.kind === 'name') {
      const root = this.#roots.get(found.name);
      if (!root) break;
      found = root;
    }
    return found;
  }

  /** The derived values that a formula reads, directly or through others; each comes after those it reads. */
  behind(node: ExpressionNode): readonly {readonly id: string; readonly root: ExpressionNode}[] {
    return this.#derived.behind(namesOf(node)).map(({id, formula}) => ({id, root: formula.root}));
  }

  /** The decision that a name means, itself or by way of derived values. */
  decisionOf(node: ExpressionNode): Decision | null {
    const found = this.resolve(node);
    return found.kind === 'name' ? (this.#decisions.get(found.name) ?? null) : null;
  }

  /** The variables that the value depends on, ascending. */
  supportOf(node: ExpressionNode): readonly number[] {
    const known = this.#supports.get(node);
    if (known) return known;
    const found = this.#findSupport(node);
    this.#supports.set(node, found);
    return found;
  }

  /** Whether evaluating it can fail with some values; said rather too often. */
  canFail(node: ExpressionNode): boolean {
    const known = this.#failures.get(node);
    if (known !== undefined) return known;
    const root = node.kind === 'name' ? this.#roots.get(node.name) : undefined;
    const [, step] = node.kind === 'call' ? node.arguments : [];
    const found =
      (node.kind === 'binary' && node.operator === '/' && !isPositive(node.right)) ||
      (node.kind === 'call' && /lookup|round|floor|ceil/.test(node.name) && step !== undefined && !isPositive(step)) ||
      (root ? [root] : childrenOf(node)).some((part) => this.canFail(part));
    this.#failures.set(node, found);
    return found;
  }

  /** Whether it adds up what single variables contribute, so that it is null where one of them makes it null. */
  isSum(node: ExpressionNode): boolean {
    const known = this.#sums.get(node);
    if (known !== undefined) return known;
    const found = this.supportOf(node).length < 2 || this.#findSum(node);
    this.#sums.set(node, found);
    return found;
  }

  /** How many values a variable has. */
  sizeOf(variable: number): number {
    return this.model.variables[variable]?.size ?? 0;
  }

  evaluationOf(node: ExpressionNode): Evaluation {
    const known = this.#evaluations.get(node);
    if (known) return known;
    const names = namesOf(node);
    const {environment} = this.model;
    const derived = new DerivedFormulas(this.#derived.behind(names), environment);
    const run = compileExpression(
      {source: '', path: '', type: node.type ?? {kind: 'null'}, root: node, names},
      environment,
    );
    const evaluation: Evaluation = (indexOf) => {
      try {
        return run(derived.scope(this.#scope(indexOf)));
      } catch (error) {
        if (error instanceof TwikError) return FAILED;
        throw error;
      }
    };
    this.#evaluations.set(node, evaluation);
    return evaluation;
  }

  /** The outcome for each index of the only variable that a formula depends on. */
  outcomesOf(node: ExpressionNode): readonly Outcome[] {
    const known = this.#outcomes.get(node);
    if (known) return known;
    const [variable = 0] = this.supportOf(node);
    const evaluate = this.evaluationOf(node);
    const found = Array.from({length: this.sizeOf(variable)}, (_, index) => evaluate(() => index));
    this.#outcomes.set(node, found);
    return found;
  }

  #findSupport(node: ExpressionNode): readonly number[] {
    if (node.kind === 'name') {
      const root = this.#roots.get(node.name);
      return root ? this.supportOf(root) : (this.#decisions.get(node.name)?.variables ?? []);
    }
    if (node.kind === 'in' && node.item.kind === 'string') {
      const set = this.decisionOf(node.list);
      const place = set?.options?.indexOf(node.item.value);
      if (set && place !== undefined) return set.variables.slice(place, place < 0 ? 0 : place + 1);
    }
    const below = childrenOf(node).flatMap((child) => this.supportOf(child));
    return [...new Set(below)].sort((a, b) => a - b);
  }

  #findSum(node: ExpressionNode): boolean {
    const isFixed = (part: ExpressionNode): boolean => this.supportOf(part).length === 0;
    switch (node.kind) {
      case 'name': {
        const root = this.#roots.get(node.name);
        return root !== undefined && this.isSum(root);
      }
      case 'unary':
        return this.isSum(node.operand);
      case 'binary': {
        const {operator, left, right} = node;
        if (!['+', '-', '*', '/'].includes(operator) || !this.isSum(left) || !this.isSum(right)) return false;
        return operator === '+' || operator === '-' || isFixed(right) || (operator === '*' && isFixed(left));
      }
      case 'call': {
        // Here null counts for nothing, which is told apart only where it comes from one variable.
        const isPlain = (part: ExpressionNode): boolean =>
          this.supportOf(part).length < 2 || part.type?.kind === 'options';
        return (node.name === 'sum' || node.name === 'count') && node.arguments.every(isPlain);
      }
      default:
        return false;
    }
  }

  #scope(indexOf: (variable: number) => number): ValueScope {
    return (name) => {
      const decision = this.#decisions.get(name);
      if (!decision) throw new TwikError('name-unknown', `A rule reads "${name}", which the engine does not know.`);
      return runtimeValueOf(decision, this.model, indexOf);
    };
  }
}

function isPositive(node: ExpressionNode): boolean {
  return node.kind === 'number' && sign(node.value) > 0;
}
