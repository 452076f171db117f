import type {EngineConstraint, EngineModel, EngineVariable} from '../engine/engine-model.js';
import type {Literal} from '../engine/literal.js';
import {gapsOf, type Condition, type IndexSet} from './condition.js';

/** Stands for the number of all values while that is not known yet. */
const open = 2 ** 30;
/** A set is written as one clause when that takes no more literals. */
const maxClause = 8;

/** Gathers variables and what must hold of them, and breaks conditions down into what the engine knows. */
export class ModelBuilder {
  readonly #variables: EngineVariable[] = [];
  readonly #firsts: number[] = [];
  readonly #constraints: EngineConstraint[] = [];
  readonly #literals: Literal[] = [];
  readonly #ends: number[] = [];
  #total = 0;

  /** @returns Its index. */
  addVariable(size: number, isOrdered: boolean, properSize = size): number {
    this.#firsts.push(this.#total);
    this.#total += size;
    return this.#variables.push({size, isOrdered, properSize}) - 1;
  }

  /** Adds a boolean variable. @returns That it is true. */
  addSwitch(): IndexSet {
    return {kind: 'set', variable: this.addVariable(2, false), size: 2, runs: [1, 2]};
  }

  /** The literal of a new switch. */
  #switch(): Literal {
    return (this.#firsts[this.addVariable(2, false)] ?? 0) + 1;
  }

  /**
   * Makes a condition hold, or one of some literals.
   *
   * @param others Written with `open` in place of the number of all values.
   */
  require(condition: Condition, others: readonly Literal[] = []): void {
    if (typeof condition === 'boolean') {
      if (!condition) this.#addClause(others);
      return;
    }
    switch (condition.kind) {
      case 'set':
        for (const clause of this.#clausesOf(condition)) this.#addClause([...others, ...clause]);
        break;
      case 'and': {
        const isShort = others.length * condition.items.length <= maxClause;
        const isPlain = isShort && condition.items.every(({kind}) => kind === 'set');
        const either = isPlain ? others : this.#asOne(others);
        for (const item of condition.items) this.require(item, either);
        break;
      }
      case 'or':
        this.#requireSome(condition.items, others);
        break;
      case 'constraint': {
        const [literal] = this.#asOne(others);
        this.#constraints.push(
          literal === undefined ? condition.constraint : {...condition.constraint, condition: ~literal},
        );
      }
    }
  }

  build(): EngineModel {
    const close = (literal: Literal): Literal =>
      literal < 0 ? ~close(~literal) : literal < open ? literal : literal - open + this.#total;
    const constraints = this.#constraints.map((constraint) =>
      constraint.condition == null ? constraint : {...constraint, condition: close(constraint.condition)},
    );
    const clauses = {kind: 'clauses', literals: this.#literals.map(close), ends: this.#ends} as const;
    return {variables: this.#variables, constraints: [clauses, ...constraints]};
  }

  #requireSome(items: readonly Exclude<Condition, boolean>[], others: readonly Literal[]): void {
    const literals = [...others];
    const parts: Condition[] = [];
    for (const item of items) {
      const clauses = item.kind === 'set' ? this.#clausesOf(item) : [];
      if (clauses.length === 1) literals.push(...(clauses[0] ?? []));
      else parts.push(item);
    }
    const last = parts.pop() ?? false;
    // Each part but one gets a switch, which when it is on makes the part hold.
    for (const part of parts) {
      const on = this.#switch();
      this.require(part, [~on]);
      literals.push(on);
    }
    this.require(last, literals);
  }

  /** One literal that is false only if all of these are; none for none. */
  #asOne(literals: readonly Literal[]): readonly Literal[] {
    if (literals.length < 2) return literals;
    const on = this.#switch();
    this.#addClause([...literals, on]);
    return [~on];
  }

  /** Clauses that together say that the value is in the set: one where that is short. */
  #clausesOf(set: IndexSet): (readonly Literal[])[] {
    const {variable, runs, size} = set;
    const isOrdered = this.#variables[variable]?.isOrdered ?? false;
    const first = this.#firsts[variable] ?? 0;
    const upTo = (end: number): Literal => open + first + end - 1;
    const single: Literal[] = [];
    const separate: Literal[][] = [];
    forEachRun(runs, (from, to) => {
      if (isOrdered && from === 0 && to > 1) single.push(upTo(to));
      else if (isOrdered && to === size && to - from > 1) single.push(~upTo(from));
      // More than that are too many at any rate.
      else
        for (let index = from; index < to && (!isOrdered || index <= from + maxClause); index++)
          single.push(first + index);
    });
    if (single.length <= maxClause) return [single];
    forEachRun(gapsOf(set), (from, to) => {
      if (!isOrdered || to - from === 1) for (let index = from; index < to; index++) separate.push([~(first + index)]);
      else separate.push([...(from > 0 ? [upTo(from)] : []), ...(to < size ? [~upTo(to)] : [])]);
    });
    return !isOrdered && single.length < separate.length ? [single] : separate;
  }

  #addClause(literals: readonly Literal[]): void {
    this.#literals.push(...literals);
    this.#ends.push(this.#literals.length);
  }
}

function forEachRun(runs: readonly number[], visit: (from: number, to: number) => void): void {
  for (let place = 0; place < runs.length; place += 2) visit(runs[place] ?? 0, runs[place + 1] ?? 0);
}
