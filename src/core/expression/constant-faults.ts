import {sign} from '../number/arithmetic.js';
import {compileExpression} from './compile-expression.js';
import type {ExpressionEnvironment} from './environment.js';
import {fail} from './fault.js';
import {childrenOf, namesOf} from './names.js';
import type {ExpressionNode} from './node.js';
import {numberOf} from './operators.js';

const roundings: readonly string[] = ['round', 'floor', 'ceil'];

/**
 * Refuses divisors and steps that are zero, or no number above it, whatever the product is like.
 *
 * @throws TwikError `division-by-zero`, `step-invalid`.
 */
export function checkConstants(node: ExpressionNode, environment: ExpressionEnvironment, path: string): void {
  for (const child of childrenOf(node)) checkConstants(child, environment, path);
  if (node.kind === 'binary' && node.operator === '/' && signOf(node.right) === 0) {
    fail('division-by-zero', 'This divides by zero', 'Divide by something else.', node.right, path);
  }
  const [, step] = node.kind === 'call' && roundings.includes(node.name) ? node.arguments : [];
  if (step && (signOf(step) ?? 1) <= 0) {
    fail('step-invalid', 'This is no step to round to', 'Write one that is greater than 0.', step, path);
  }

  /** `null` where the number hangs on something, or is none. */
  function signOf(part: ExpressionNode): number | null {
    if (namesOf(part).size > 0) return null;
    const type = part.type ?? {kind: 'null'};
    const run = compileExpression({source: '', path, type, root: part, names: new Set()}, environment);
    const value = numberOf(run(() => null));
    return value === null ? null : sign(value);
  }
}
