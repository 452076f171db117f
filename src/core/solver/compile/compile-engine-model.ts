import type {EngineModel} from '../engine/engine-model.js';
import {Formulas} from './formulas.js';
import type {Constraint, Model} from '../model.js';
import {all, complement, setOf, some, type Condition, type IndexSet} from './condition.js';
import {ModelBuilder} from './model-builder.js';
import {isOrdered} from './ranges.js';
import {Truths} from './truths.js';

/** A model as the engine takes it. Its first variables are those of the model; others are only of use to the engine. */
export interface CompiledModel {
  readonly model: EngineModel;
  /** Variables of which each puts a constraint in force when its value is at 1, in the order of the constraints. */
  readonly switches: readonly number[];
}

/**
 * Turns a model into what the engine knows: sets of values, clauses, tables, sums, and propagators for the rest.
 *
 * @param isSwitched Whether each constraint holds only while its switch is on. Default: all hold always.
 */
export function compileEngineModel(model: Model, isSwitched = false): CompiledModel {
  const builder = new ModelBuilder();
  for (const variable of model.variables) {
    builder.addVariable(variable.size, isOrdered(variable), variable.properSize);
  }
  const truths = new Truths(new Formulas(model), builder);
  const switches: number[] = [];
  for (const constraint of model.constraints) {
    const condition = conditionOf(constraint, model, truths);
    const on = isSwitched ? builder.addSwitch() : null;
    if (on) switches.push(on.variable);
    builder.require(on ? some([complement(on), condition]) : condition);
  }
  truths.finish();
  return {model: builder.build(), switches};
}

function conditionOf(constraint: Constraint, model: Model, truths: Truths): Condition {
  switch (constraint.kind) {
    case 'condition': {
      const {when, require} = constraint;
      const holds = truths.of(require.root, true);
      return when ? truths.either(when.root, holds, true) : holds;
    }
    case 'active':
      return activity(
        constraint.variables,
        model,
        truths.of(constraint.active.root, true),
        truths.of(constraint.active.root, false),
      );
    case 'count':
      return count(constraint, model);
    case 'table': {
      const {variables, rows} = constraint;
      const cells = rows.map((row) => row.map((cell) => cell ?? -1));
      return rows.length > 0 && {kind: 'constraint', constraint: {kind: 'table', variables, rows: cells}};
    }
  }
}

/** All exist while a condition is true, and none while it is not. The first stands for all. */
function activity(variables: readonly number[], model: Model, isActive: Condition, isInactive: Condition): Condition {
  const absence = variables.map((variable): IndexSet | boolean => {
    const {size = 0, absentIndex} = model.variables[variable] ?? {};
    return setOf(variable, size, (index) => index === absentIndex);
  });
  const [first = false, ...others] = absence;
  return all([
    some([first, isActive]),
    some([complement(first), isInactive]),
    ...others.flatMap((other) => [some([first, complement(other)]), some([complement(first), other])]),
  ]);
}

/** Between two numbers of options, unless some do not exist. */
function count({variables, min, max, isOptional}: Constraint & {readonly kind: 'count'}, model: Model): Condition {
  const {length} = variables;
  const sum = (sign: 1 | -1, total: number): Condition => ({
    kind: 'constraint',
    constraint: {
      kind: 'sum',
      variables,
      // One that does not exist weighs so little that the others do not matter.
      weights: variables.map((variable) =>
        Array.from({length: model.variables[variable]?.size ?? 0}, (_, index) => [0, sign][index] ?? -2 * length),
      ),
      operator: '<=',
      total,
    },
  });
  const isEnough = sum(-1, -min);
  return all([sum(1, max), isOptional ? some([sum(1, 0), isEnough]) : isEnough]);
}
