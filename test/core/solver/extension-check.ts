import type {EngineConstraint, EngineModel} from '../../../src/core/solver/engine/engine-model.js';
import {offsetsOf, type Literal} from '../../../src/core/solver/engine/literal.js';
import type {Narrowable} from '../../../src/core/solver/engine/propagator.js';

type Assignment = (variable: number) => number;
type Other = Exclude<EngineConstraint, {readonly kind: 'clauses'}>;

/**
 * Tells whether values of the first variables can be extended to a solution; the others must have two values. Some of
 * those can be given too.
 */
export function createExtensionCheck(
  model: EngineModel,
  visible: number,
): (values: readonly number[], others?: ReadonlyMap<number, number>) => boolean {
  const offsets = offsetsOf(model.variables);
  const total = offsets.at(-1)!;
  const variableOf = new Int32Array(total);
  model.variables.forEach(({size}, variable) =>
    variableOf.fill(variable, offsets[variable], offsets[variable]! + size),
  );
  const clauses: Literal[][] = [];
  const others: Other[] = [];
  for (const constraint of model.constraints) {
    if (constraint.kind !== 'clauses') others.push(constraint);
    else {
      const {literals, ends, condition} = constraint;
      Array.from(ends).forEach((end, clause) => {
        const own = Array.from(literals).slice(clause === 0 ? 0 : ends[clause - 1], end);
        clauses.push(condition == null ? own : [~condition, ...own]);
      });
    }
  }

  /** `undefined` while it is open. */
  const truth = (literal: Literal, indexOf: (variable: number) => number | undefined): boolean | undefined => {
    if (literal < 0) {
      const opposite = truth(~literal, indexOf);
      return opposite === undefined ? undefined : !opposite;
    }
    const place = literal < total ? literal : literal - total;
    const variable = variableOf[place]!;
    const index = indexOf(variable);
    if (index === undefined) return undefined;
    return literal < total ? index === place - offsets[variable]! : index <= place - offsets[variable]!;
  };

  return (values, given = new Map()) => {
    const assigned: (number | undefined)[] = [...values];
    for (const [variable, index] of given) assigned[variable] = index;
    const indexOf = (variable: number): number | undefined => assigned[variable];
    const local = [...clauses];
    for (const other of others) {
      if (constraintHolds(other, (variable) => values[variable]!)) continue;
      if (other.condition == null) return false;
      local.push([~other.condition]);
    }
    const solve = (): boolean => {
      const trail: number[] = [];
      const undo = (): false => {
        for (const variable of trail) assigned[variable] = undefined;
        return false;
      };
      for (let isChanged = true; isChanged;) {
        isChanged = false;
        for (const clause of local) {
          const open: Literal[] = [];
          if (
            clause.some((literal) => {
              const value = truth(literal, indexOf);
              if (value === undefined) open.push(literal);
              return value === true;
            })
          )
            continue;
          if (open.length === 0) return undo();
          if (open.length > 1) continue;
          const variable = variableOf[(open[0]! < 0 ? ~open[0]! : open[0]!) % total]!;
          assigned[variable] = truth(open[0]!, () => 1) ? 1 : 0;
          trail.push(variable);
          isChanged = true;
        }
      }
      const next = model.variables.findIndex((_, variable) => variable >= visible && assigned[variable] === undefined);
      if (next < 0) return true;
      for (const index of [0, 1]) {
        assigned[next] = index;
        if (solve()) return true;
      }
      assigned[next] = undefined;
      return undo();
    };
    return solve();
  };
}

/** Whether a constraint holds, its condition apart. A propagator is also asked to propagate, and must agree. */
export function constraintHolds(constraint: Other, indexOf: Assignment): boolean {
  switch (constraint.kind) {
    case 'table':
      return constraint.rows.some((row) =>
        row.every((cell, column) => {
          const index = indexOf(constraint.variables[column]!);
          return typeof cell === 'number' ? cell < 0 || cell === index : cell.includes(index);
        }),
      );
    case 'sum': {
      const {variables, weights, operator, total} = constraint;
      const sum = variables.reduce((found, variable, place) => found + weights[place]![indexOf(variable)]!, 0);
      return operator === '<=' ? sum <= total : (sum === total) === (operator === '==');
    }
    case 'propagator': {
      const {propagator} = constraint;
      const holds = propagator.holds(indexOf);
      if (propagator.propagate(fixed(indexOf)) !== holds) throw new Error('A propagator contradicts itself.');
      return holds;
    }
  }
}

/** Domains of one value each. */
function fixed(indexOf: Assignment): Narrowable {
  return {
    has: (variable, index) => indexOf(variable) === index,
    min: indexOf,
    max: indexOf,
    count: () => 1,
    isFixed: () => true,
    remove: (variable, index) => indexOf(variable) !== index,
    removeBelow: (variable, index) => indexOf(variable) >= index,
    removeAbove: (variable, index) => indexOf(variable) <= index,
    fix: (variable, index) => indexOf(variable) === index,
  };
}
