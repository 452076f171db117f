import type {EngineConstraint, EngineModel} from '../../../src/core/solver/engine/engine-model.js';
import {offsetsOf, type Literal} from '../../../src/core/solver/engine/literal.js';

/** Tells of literals of a model whether they are true of a solution. */
export function truthOf(model: EngineModel): (literal: Literal, solution: ArrayLike<number>) => boolean {
  const offsets = offsetsOf(model.variables);
  const total = offsets.at(-1) ?? 0;
  const isTrue = (literal: Literal, solution: ArrayLike<number>): boolean => {
    if (literal < 0) return !isTrue(~literal, solution);
    const place = literal % total;
    const variable = offsets.findLastIndex((offset) => offset <= place);
    const index = place - (offsets[variable] ?? 0);
    const found = solution[variable] ?? 0;
    return literal < total ? found === index : found <= index;
  };
  return isTrue;
}

/** Whether every constraint holds, one by one. */
export function createEngineCheck(model: EngineModel): (solution: readonly number[]) => boolean {
  const isTrue = truthOf(model);
  const holds = (constraint: EngineConstraint, solution: readonly number[]): boolean => {
    if (constraint.condition != null && !isTrue(constraint.condition, solution)) return true;
    switch (constraint.kind) {
      case 'clauses': {
        const {literals, ends} = constraint;
        return Array.from(ends).every((end, clause) => {
          const start = clause === 0 ? 0 : (ends[clause - 1] ?? 0);
          return Array.from(literals)
            .slice(start, end)
            .some((literal) => isTrue(literal, solution));
        });
      }
      case 'table':
        return constraint.rows.some((row) =>
          row.every((cell, column) => {
            const index = solution[constraint.variables[column] ?? 0] ?? 0;
            return typeof cell === 'number' ? cell === -1 || cell === index : cell.includes(index);
          }),
        );
      case 'sum': {
        const sum = constraint.variables.reduce(
          (total, variable, place) => total + (constraint.weights[place]?.[solution[variable] ?? 0] ?? 0),
          0,
        );
        const {operator, total} = constraint;
        return operator === '<=' ? sum <= total : (sum === total) === (operator === '==');
      }
      case 'propagator':
        return constraint.propagator.holds((variable) => solution[variable] ?? 0);
    }
  };
  return (solution) => model.constraints.every((constraint) => holds(constraint, solution));
}

/** Every solution of a small model, in lexicographic order. */
export function engineSolutions(model: EngineModel): number[][] {
  let all: number[][] = [[]];
  for (const {size} of model.variables) {
    all = all.flatMap((start) => Array.from({length: size}, (_, index) => [...start, index]));
  }
  return all.filter(createEngineCheck(model));
}
