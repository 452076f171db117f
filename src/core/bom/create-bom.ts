import {TwikError} from '../error.js';
import {compileExpression} from '../expression/compile-expression.js';
import type {Expression} from '../expression/expression.js';
import {numberOf} from '../expression/operators.js';
import type {RuntimeValue, ValueScope} from '../expression/value.js';
import {multiply, sign} from '../number/arithmetic.js';
import {toDecimalString} from '../number/decimal.js';
import type {Exact} from '../number/exact.js';
import {environmentOf} from '../product/environment.js';
import type {BomLineDefinition} from '../product/parts.js';
import type {Product} from '../product/product.js';
import type {BomLine} from './bom.js';

type Formula = (scope: ValueScope) => RuntimeValue;
/** Gives the line for so many of what it belongs to, or nothing. */
type CompiledLine = (scope: ValueScope, times: Exact, above: string) => BomLine[];

/**
 * Compiles the bill of materials of a product. Lines that count nothing (`when` is false, the quantity is 0 or depends
 * on a parameter without a value) are left out with all below them.
 *
 * @throws TwikError when called: what a formula fails with, or `quantity-invalid` for less than nothing.
 * @example
 * const lines = createBom(product)(scope);
 */
export function createBom(product: Product): (scope: ValueScope) => readonly BomLine[] {
  const environment = environmentOf(product);
  const wordsEnvironment = environmentOf(product, {purpose: 'words'});
  const compile = (formula: Expression): Formula => compileExpression(formula, environment);
  const compileWords = (formula: Expression | null | undefined): ((scope: ValueScope) => string | null) => {
    const words = formula ? compileExpression(formula, wordsEnvironment) : () => null;
    return (scope) => {
      const value = words(scope);
      return typeof value === 'string' ? value : null;
    };
  };

  const compileLine = (line: BomLineDefinition): CompiledLine => {
    const {id, unit, path} = line;
    const part = line.part === null ? undefined : product.parts.get(line.part);
    const name = line.name ?? part?.name ?? null;
    const when = line.when && compile(line.when);
    const quantity = compile(line.quantity);
    const sku = compileWords(line.sku ?? part?.sku);
    const material = compileWords(part?.material);
    const size = (part?.size ?? []).map(compile);
    const below = line.lines.map(compileLine);
    return (scope, times, above) => {
      if (when && when(scope) !== true) return [];
      const each = numberOf(quantity(scope));
      if (each === null || each === 0) return [];
      if (sign(each) < 0) {
        const message = `The quantity of "${id}" is ${toDecimalString(each)}. Keep it from 0, as in "max(0, …)".`;
        throw new TwikError('quantity-invalid', message, {path: `${path}/quantity`});
      }
      const all = multiply(each, times);
      const here = above + id;
      return [
        {
          id,
          path: here,
          name,
          sku: sku(scope),
          part: line.part,
          quantity: toDecimalString(all),
          unit,
          material: material(scope),
          sizeMm: size.map((formula) => toDecimalString(numberOf(formula(scope)) ?? 0)),
          lines: below.flatMap((compiled) => compiled(scope, all, `${here}/`)),
        },
      ];
    };
  };
  const lines = product.bom.map(compileLine);
  return (scope) => lines.flatMap((line) => line(scope, 1, ''));
}
