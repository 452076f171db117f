import {compileExpression} from '../expression/compile-expression.js';
import type {Expression} from '../expression/expression.js';
import type {ExpressionEnvironment} from '../expression/environment.js';
import {numberOf} from '../expression/operators.js';
import type {ValueScope} from '../expression/value.js';
import {divide, multiply} from '../number/arithmetic.js';
import {toNumber} from '../number/decimal.js';
import type {Exact} from '../number/exact.js';
import {environmentOf} from '../product/environment.js';
import type {Product} from '../product/product.js';
import type {BindingTarget} from '../product/scene-definition.js';
import type {SceneEntry, ScenePlan, SceneValue} from './plan.js';

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
  const entries = (product.scene?.bindings ?? []).map(({model, set, to}) => {
    const value = compileTarget(to, environment);
    return (scope: ValueScope): SceneEntry => ({model, pointer: set, value: value(scope)});
  });
  return (scope) => entries.map((entry) => entry(scope));
}

function compileTarget(to: BindingTarget, environment: ExpressionEnvironment): (scope: ValueScope) => SceneValue {
  const scalar = (formula: Expression) => compileScalar(formula, environment);
  const number = (formula: Expression) => {
    const value = scalar(formula);
    return (scope: ValueScope): number => {
      const result = value(scope);
      return typeof result === 'number' ? result : 0;
    };
  };
  const words = (formula: Expression) => {
    const value = scalar(formula);
    return (scope: ValueScope): string | null => {
      const result = value(scope);
      return typeof result === 'string' ? result : null;
    };
  };
  switch (to.kind) {
    case 'value':
      return scalar(to.formula);
    case 'vector': {
      const parts = to.formulas.map(scalar);
      return (scope) => {
        const values = parts.map((part) => part(scope));
        return values.every((value) => typeof value === 'number') ? values : null;
      };
    }
    case 'repeat': {
      const count = number(to.count);
      const [x, y, z] = [number(to.step[0]), number(to.step[1]), number(to.step[2])];
      return (scope) => ({
        kind: 'repeat',
        count: Math.max(0, Math.floor(count(scope))),
        stepM: [x(scope), y(scope), z(scope)],
      });
    }
    case 'print': {
      const {font, weight, align} = to;
      const [text, color] = [words(to.text), to.color ? words(to.color) : () => null];
      const [width, height] = [number(to.size[0]), number(to.size[1])];
      return (scope) => ({
        kind: 'print',
        text: text(scope) ?? '',
        color: color(scope) ?? '#000000',
        font,
        weight,
        align,
        sizeM: [width(scope), height(scope)],
      });
    }
  }
}

/** One value in glTF's units. */
function compileScalar(
  formula: Expression,
  environment: ExpressionEnvironment,
): (scope: ValueScope) => number | boolean | string | null {
  const value = compileExpression(formula, environment);
  const {type} = formula;
  if (type.kind === 'number') {
    const {length, angle} = type.dimension;
    return (scope) => {
      const exact = numberOf(value(scope));
      return exact === null ? null : toNumber(inMetres(exact, length)) * (Math.PI / 180) ** angle;
    };
  }
  return (scope) => {
    const result = value(scope);
    if (type.kind === 'boolean') return result === true;
    return typeof result === 'string' ? result : null;
  };
}

/** Exactly, so that 35 mm are 0.035 and not the float beside it. */
function inMetres(millimetres: Exact, power: number): Exact {
  const factor = 1000 ** Math.abs(power);
  return power < 0 ? multiply(millimetres, factor) : divide(millimetres, factor);
}
