import {childrenOf} from '../../expression/names.js';
import type {ExpressionNode} from '../../expression/node.js';
import type {Narrowable} from '../engine/propagator.js';
import type {Variable} from '../model.js';
import type {Formulas} from './formulas.js';
import {FALSE, isNumber, NULL, Range, TRUE} from './range.js';
import {anything, operations} from './range-operations.js';

/** The values that are left, as far as formulas look at them. */
export type Values = Pick<Narrowable, 'has' | 'min' | 'max'>;

type Step = (values: Values) => unknown;

/** Beyond that the outcomes of a formula over one number are not tried one by one. */
const maxOutcomes = 256;

/** Works out from the values that are left what a formula can come to, part by part. */
export class Ranges {
  readonly #formulas: Formulas;
  /** One for each part that varies, after those that it reads. */
  readonly #steps: Step[] = [];
  readonly #derived = new Map<string, Range>();
  readonly #whole: Range;

  constructor(node: ExpressionNode, formulas: Formulas) {
    this.#formulas = formulas;
    // In order, so that a chain of derived values is no chain of calls.
    for (const {id, formula} of formulas.behind(node)) this.#derived.set(id, this.#add(formula.root));
    this.#whole = this.#add(node);
  }

  /** What the formula can come to; overwritten by the next call. */
  measure(values: Values): Range {
    for (const step of this.#steps) step(values);
    return this.#whole;
  }

  #add(node: ExpressionNode): Range {
    const formulas = this.#formulas;
    const known = node.kind === 'name' && this.#derived.get(node.name);
    if (known) return known;
    const range = new Range();
    const [variable, ...others] = formulas.supportOf(node);
    if (variable === undefined) return range.addOutcome(formulas.outcomesOf(node)[0] ?? null);
    const definition = formulas.model.variables[variable];
    if (definition && others.length === 0) {
      if (node.kind === 'name' && isOrdered(definition)) return this.#addNumber(variable, definition, range);
      if (definition.size <= maxOutcomes || !isOrdered(definition)) return this.#addOutcomes(node, variable, range);
    }
    const parts = childrenOf(node).flatMap((part) => (part.kind === 'list' ? part.items : [part]));
    const set = node.kind === 'call' && node.name === 'count' && parts[0] ? formulas.decisionOf(parts[0]) : undefined;
    const operands = set?.options
      ? set.variables.map((option) => this.#addOption(option))
      : parts.map((part) => this.#add(part));
    // `-a` is 0 - a.
    if (node.kind === 'unary' && node.operator === '-') operands.unshift(new Range().set(0, 0, 0));
    const name = 'operator' in node ? node.operator : node.kind === 'call' ? node.name : node.kind;
    const operation = parts.some(({type}) => type?.kind === 'options') && !set ? anything : operations.get(name);
    this.#steps.push(() => (operation ?? anything)(range, operands));
    return range;
  }

  /** A number parameter: its values ascend, so the first and the last are enough. */
  #addNumber(variable: number, definition: Variable, range: Range): Range {
    const {properSize} = definition;
    const known: Range[] = [];
    const at = (index: number): Range => (known[index] ??= new Range().addOutcome(definition.value(index)));
    this.#steps.push((values) => {
      const first = values.min(variable);
      const end = values.max(variable);
      range.clear().flags = end < properSize ? 0 : NULL;
      let last = Math.min(end, properSize - 1);
      while (last > first && !values.has(variable, last)) last--;
      if (first < properSize) range.add(at(first)).add(at(last));
    });
    return range;
  }

  #addOutcomes(node: ExpressionNode, variable: number, range: Range): Range {
    const outcomes = this.#formulas.outcomesOf(node).map((outcome) => new Range().addOutcome(outcome));
    this.#steps.push((values) => {
      range.clear();
      outcomes.forEach((outcome, index) => {
        if (values.has(variable, index)) range.add(outcome);
      });
    });
    return range;
  }

  /** Whether an option is picked. */
  #addOption(variable: number): Range {
    const range = new Range();
    this.#steps.push((values) => {
      const canBeOther = values.has(variable, 0) || values.has(variable, 2);
      range.flags = (values.has(variable, 1) ? TRUE : 0) | (canBeOther ? FALSE : 0);
    });
    return range;
  }
}

/** Whether the proper values of a variable are numbers, which ascend. */
export function isOrdered(variable: Variable): boolean {
  return variable.properSize > 0 && isNumber(variable.value(0));
}
