import {TwikError} from '../../../src/core/error.js';
import {compileExpression} from '../../../src/core/expression/compile-expression.js';
import type {Expression} from '../../../src/core/expression/expression.js';
import type {RuntimeValue} from '../../../src/core/expression/value.js';
import type {Assumption} from '../../../src/core/solver/solver.js';
import type {Constraint, Model} from '../../../src/core/solver/model.js';

/** Whether constraints hold for a whole assignment, by evaluating them one by one. */
export function createChecker(
  model: Model,
): (solution: readonly number[], constraints?: readonly Constraint[]) => boolean {
  const compiled = new Map<Expression, (scope: (name: string) => RuntimeValue) => RuntimeValue>();
  const run = (expression: Expression, scope: (name: string) => RuntimeValue): RuntimeValue => {
    const known = compiled.get(expression) ?? compileExpression(expression, model.environment);
    compiled.set(expression, known);
    return known(scope);
  };
  const derivedById = new Map(model.derived.map((each) => [each.id, each]));
  const decisionById = new Map(model.decisions.map((each) => [each.id, each]));
  return (solution, constraints = model.constraints) => {
    const at = (variable: number): RuntimeValue => model.variables[variable]!.value(solution[variable]!);
    const scope = (name: string): RuntimeValue => {
      const derived = derivedById.get(name);
      if (derived) return run(derived.formula, scope);
      const decision = decisionById.get(name)!;
      if (!decision.options) return at(decision.variables[0]!);
      if (decision.variables.every((variable) => at(variable) === null)) return null;
      return decision.options.filter((_, place) => at(decision.variables[place]!) === true);
    };
    const holds = (constraint: Constraint): boolean => {
      switch (constraint.kind) {
        case 'condition':
          return (constraint.when && run(constraint.when, scope) !== true) || run(constraint.require, scope) === true;
        case 'table':
          return constraint.rows.some((row) =>
            row.every((cell, column) => !cell || cell.includes(solution[constraint.variables[column]!]!)),
          );
        case 'active': {
          const isActive = run(constraint.active, scope) === true;
          return constraint.variables.every(
            (variable) => (solution[variable] !== model.variables[variable]!.absentIndex) === isActive,
          );
        }
        case 'count': {
          if (constraint.variables.some((variable) => at(variable) === null)) return true;
          const count = constraint.variables.filter((variable) => at(variable) === true).length;
          return (constraint.isOptional && count === 0) || (count >= constraint.min && count <= constraint.max);
        }
      }
    };
    return constraints.every((constraint) => {
      try {
        return holds(constraint);
      } catch (error) {
        if (error instanceof TwikError) return false;
        throw error;
      }
    });
  };
}

/** Every solution, in lexicographic order. Options of an absent set are absent together even without its constraint. */
export function allSolutions(model: Model): number[][] {
  const check = createChecker(model);
  let partial: number[][] = [[]];
  model.variables.forEach(({size}, variable) => {
    partial = partial.flatMap((start) => Array.from({length: size}, (_, index) => [...start, index]));
    // What is decided already is checked at once, so that the list stays short.
    const decided = model.constraints.filter((constraint) => lastOf(constraint, model) === variable);
    partial = partial.filter((solution) => check(solution, decided));
  });
  return partial;
}

/** The last variable that a constraint reads. */
function lastOf(constraint: Constraint, model: Model): number {
  const names = (expression: Expression | null): string[] => [...(expression?.names ?? [])];
  const read =
    constraint.kind === 'condition'
      ? [...names(constraint.when), ...names(constraint.require)]
      : constraint.kind === 'active'
        ? names(constraint.active)
        : [];
  const variables = 'variables' in constraint ? [...constraint.variables] : [];
  const follow = (name: string): number[] => {
    const derived = model.derived.find(({id}) => id === name);
    if (derived) return names(derived.formula).flatMap(follow);
    return [...(model.decisions.find(({id}) => id === name)?.variables ?? [])];
  };
  return Math.max(0, ...variables, ...read.flatMap(follow));
}

/** Whether a solution makes an assumption true. */
export function fits(model: Model, solution: ArrayLike<number>, {decision, values}: Assumption): boolean {
  return model.decisions[decision]!.variables.every((variable, place) =>
    values ? solution[variable] === values[place] : solution[variable] !== model.variables[variable]!.absentIndex,
  );
}
