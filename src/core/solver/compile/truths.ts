import type {ExpressionNode} from '../../expression/node.js';
import {FAILED, type Formulas} from './formulas.js';
import {all, complement, setOf, setOfRuns, some, type Condition, type IndexSet} from './condition.js';
import {comparison, membership} from './comparisons.js';
import {FormulaPropagator} from './formula-propagator.js';
import type {ModelBuilder} from './model-builder.js';
import {Ranges} from './ranges.js';

/** Variables with more values are halved until a condition is the same for a whole part. */
const maxOutcomes = 4096;
/** How many parts are looked at for that. */
const maxParts = 20_000;
/** Conditions over so few combinations of values become tables. */
const maxCombinations = 1000;

type Binary = ExpressionNode & {readonly kind: 'binary'};

/**
 * Turns formulas into conditions. A formula is true, or it is not (`false` and `null` are the same then), or it fails;
 * `of(node, true)` is the first, `of(node, false)` the second, and where it fails neither holds.
 */
export class Truths {
  readonly formulas: Formulas;
  readonly #builder: ModelBuilder;
  readonly #shared = new Map<string, IndexSet>();
  readonly #open: {readonly when: IndexSet; readonly root: ExpressionNode; readonly isTrue: boolean}[] = [];

  constructor(formulas: Formulas, builder: ModelBuilder) {
    this.formulas = formulas;
    this.#builder = builder;
  }

  /** What makes a formula true, or makes it anything else without failing. */
  of(node: ExpressionNode, isTrue: boolean): Condition {
    const [variable, ...others] = this.formulas.supportOf(node);
    if (others.length === 0) return this.#ofOne(node, variable, isTrue);
    switch (node.kind) {
      case 'name':
        return this.#named(node.name, this.formulas.resolve(node), isTrue);
      case 'unary':
        return this.of(node.operand, !isTrue);
      case 'conditional':
        return this.either(node.condition, this.of(node.whenTrue, isTrue), this.of(node.whenFalse, isTrue));
      case 'in':
        return membership(node, isTrue, this) ?? this.#any(node, isTrue);
      case 'binary':
        return node.operator === '&&' || node.operator === '||'
          ? this.#junction(node, isTrue)
          : (comparison(node, isTrue, this) ?? this.#any(node, isTrue));
      default:
        return this.#any(node, isTrue);
    }
  }

  /** Makes the named conditions hold that others have asked for since. */
  finish(): void {
    // Chains of derived values are followed here and not by calls, however long they are.
    for (let next = this.#open.pop(); next; next = this.#open.pop()) {
      this.#builder.require(some([complement(next.when), this.of(next.root, next.isTrue)]));
    }
  }

  #ofOne(node: ExpressionNode, variable = -1, isTrue: boolean): Condition {
    const size = this.formulas.sizeOf(variable);
    if (size > maxOutcomes) return this.#halved(node, variable, size, isTrue) ?? this.#propagated(node, isTrue);
    const outcomes = this.formulas.outcomesOf(node);
    return setOf(
      variable,
      outcomes.length,
      (index) => outcomes[index] !== FAILED && (outcomes[index] === true) === isTrue,
    );
  }

  #halved(node: ExpressionNode, variable: number, size: number, isTrue: boolean): Condition | null {
    if (this.formulas.canFail(node)) return null;
    const ranges = new Ranges(node, this.formulas);
    const evaluate = this.formulas.evaluationOf(node);
    const runs: number[] = [];
    const open: (readonly [number, number])[] = [[0, size - 1]];
    let parts = 0;
    for (let next = open.pop(); next; next = open.pop()) {
      const [low, high] = next;
      if (++parts > maxParts) return null;
      const {canHold, canBeOther} = ranges.measure({has: () => true, min: () => low, max: () => high});
      const isMixed = canHold && canBeOther;
      if (isMixed && low < high) {
        const middle = (low + high) >>> 1;
        open.push([middle + 1, high], [low, middle]);
        continue;
      }
      const outcome = isMixed ? evaluate(() => low) : canHold;
      const isIn = outcome !== FAILED && (outcome === true) === isTrue;
      if (isIn !== (runs.length % 2 === 1)) runs.push(low);
    }
    return setOfRuns(variable, size, runs);
  }

  /** A derived value stands for itself by a switch, so that what many read is there once. */
  #named(name: string, root: ExpressionNode, isTrue: boolean): Condition {
    const key = `${name} ${String(isTrue)}`;
    const known = this.#shared.get(key);
    if (known) return known;
    const when = this.#builder.addSwitch();
    this.#shared.set(key, when);
    this.#open.push({when, root, isTrue});
    return when;
  }

  /** One condition where another holds, a third where it does not. */
  either(condition: ExpressionNode, whenTrue: Condition, whenFalse: Condition): Condition {
    const [holds, fails] = [this.of(condition, true), this.of(condition, false)];
    const succeeds = this.formulas.canFail(condition) ? some([holds, fails]) : true;
    return all([succeeds, some([fails, whenTrue]), some([holds, whenFalse])]);
  }

  #junction(node: Binary, isTrue: boolean): Condition {
    const stops = node.operator === '||';
    const items = flatten(node);
    if (isTrue !== stops) return all(items.map((item) => this.of(item, isTrue)));
    // What fails fails the whole, unless it stands behind what stops.
    const passed: ExpressionNode[] = [];
    return some(
      items.map((item) => {
        const condition = all([this.of(item, stops), ...passed.map((other) => this.of(other, !stops))]);
        if (this.formulas.canFail(item)) passed.push(item);
        return condition;
      }),
    );
  }

  /** A condition without structure of its own: few combinations are tried, of more a propagator takes care. */
  #any(node: ExpressionNode, isTrue: boolean): Condition {
    const variables = this.formulas.supportOf(node);
    const sizes = variables.map((variable) => this.formulas.sizeOf(variable));
    if (sizes.reduce((product, size) => product * size, 1) > maxCombinations) return this.#propagated(node, isTrue);
    const evaluate = this.formulas.evaluationOf(node);
    const indices = new Map<number, number>();
    const rows: (readonly (number | readonly number[])[])[] = [];
    const visit = (place: number): void => {
      const variable = variables[place] ?? 0;
      const isLast = place === variables.length - 1;
      const found: number[] = [];
      for (let index = 0; index < (sizes[place] ?? 0); index++) {
        indices.set(variable, index);
        if (!isLast) visit(place + 1);
        else {
          const outcome = evaluate((each) => indices.get(each) ?? 0);
          if (outcome !== FAILED && (outcome === true) === isTrue) found.push(index);
        }
      }
      if (found.length > 0) rows.push([...variables.slice(0, -1).map((each) => indices.get(each) ?? 0), found]);
    };
    visit(0);
    return rows.length > 0 && {kind: 'constraint', constraint: {kind: 'table', variables, rows}};
  }

  #propagated(node: ExpressionNode, isTrue: boolean): Condition {
    const propagator = new FormulaPropagator(node, isTrue, this.formulas);
    return {kind: 'constraint', constraint: {kind: 'propagator', propagator}};
  }
}

/** The operands of a chain of one operator, left to right, without recursion into its left side. */
function flatten(node: Binary): ExpressionNode[] {
  const items: ExpressionNode[] = [];
  let rest: ExpressionNode = node;
  while (rest.kind === 'binary' && rest.operator === node.operator) {
    items.push(rest.right);
    rest = rest.left;
  }
  return [rest, ...items.reverse()];
}
