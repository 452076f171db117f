import {compileExpression} from '../expression/compile-expression.js';
import type {Expression} from '../expression/expression.js';
import {numberOf} from '../expression/operators.js';
import type {ValueScope} from '../expression/value.js';
import {divide, multiply} from '../number/arithmetic.js';
import {toNumber} from '../number/decimal.js';
import type {Exact} from '../number/exact.js';
import {environmentOf} from '../product/environment.js';
import type {Product} from '../product/product.js';
import type {BindingTarget} from '../product/scene-definition.js';
import type {SceneEntry, ScenePlan, SceneValue} from './plan.js';

/** One formula's value in glTF's units, for the configuration at hand. */
type ValueOf = (formula: Expression) => number | boolean | string | null;

/**
 * Compiles what the scene of a product shows. Every binding has its entry, whatever the values: where a formula depends
 * on a parameter without a value it is `null` (the file's own), for truths `false`, for repeats 0, for print no words.
 *
 * @throws TwikError when called: what a formula fails with.
 * @example
 * const changes = diffPlan(shown, createPlan(product)(scope));
 */
export function createPlan(product: Product): (scope: ValueScope) => ScenePlan {
  const environment = environmentOf(product);
  const compiled = new Map<Expression, ReturnType<typeof compileExpression>>();
  return (scope) => {
    const valueOf: ValueOf = (formula) => {
      const run = compiled.get(formula) ?? compileExpression(formula, environment);
      compiled.set(formula, run);
      const value = run(scope);
      const {type} = formula;
      if (type.kind === 'boolean') return value === true;
      if (type.kind !== 'number') return typeof value === 'string' ? value : null;
      const number = numberOf(value);
      const {length, angle} = type.dimension;
      return number === null ? null : toNumber(inMetres(number, length)) * (Math.PI / 180) ** angle;
    };
    return (product.scene?.bindings ?? []).map(({model, set, to}): SceneEntry => ({
      model,
      pointer: set,
      value: sceneValue(to, valueOf),
    }));
  };
}

function sceneValue(to: BindingTarget, valueOf: ValueOf): SceneValue {
  const numberAt = (formula: Expression): number => Number(valueOf(formula));
  switch (to.kind) {
    case 'value':
      return valueOf(to.formula);
    case 'vector': {
      const values = to.formulas.map(valueOf);
      return values.every((value) => typeof value === 'number') ? values : null;
    }
    case 'repeat': {
      const [x, y, z] = to.step;
      const count = Math.max(0, Math.floor(numberAt(to.count)));
      return {kind: 'repeat', count, stepM: [numberAt(x), numberAt(y), numberAt(z)]};
    }
    case 'print': {
      const {text, color, size, ...rest} = to;
      return {
        ...rest,
        text: String(valueOf(text) ?? ''),
        color: String((color && valueOf(color)) ?? '#000000'),
        sizeM: [numberAt(size[0]), numberAt(size[1])],
      };
    }
  }
}

/** Exactly, so that 35 mm are 0.035 and not the float beside it. */
function inMetres(millimetres: Exact, power: number): Exact {
  const factor = 1000 ** Math.abs(power);
  return power < 0 ? multiply(millimetres, factor) : divide(millimetres, factor);
}
