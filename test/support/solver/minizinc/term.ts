import {makeExact} from '../../../../src/core/number/rational.js';
import type {Exact} from '../../../../src/core/number/exact.js';

/**
 * What a formula is in MiniZinc: a fraction of integers, the code of a word, or a truth, each beside when it is null.
 * `defined` says when it can be computed at all. All are MiniZinc expressions without a free comma.
 */
export type Term = {readonly isNull: string; readonly defined: string} & (
  | {readonly kind: 'number'; readonly numerator: string; /** Above 0. */ readonly denominator: string}
  | {readonly kind: 'word'; readonly code: string}
  | {readonly kind: 'truth'; readonly isTrue: string}
  /** The picked options: the code of each, and whether it is picked. */
  | {readonly kind: 'set'; readonly members: readonly {readonly code: number; readonly isPicked: string}[]}
  | {readonly kind: 'null'}
);

export type NumberTerm = Term & {readonly kind: 'number'};

export function numberTerm(value: Exact): NumberTerm {
  const isWhole = typeof value === 'number';
  return {
    kind: 'number',
    numerator: String(isWhole ? value : value.numerator),
    denominator: String(isWhole ? 1 : value.denominator),
    isNull: 'false',
    defined: 'true',
  };
}

const isLiteral = (text: string): boolean => /^-?\d+$/.test(text);

/** A product of integer expressions; what is known is worked out, which keeps numbers small. */
export function times(...factors: readonly string[]): string {
  const known = factors.filter(isLiteral).reduce((product, factor) => product * BigInt(factor), 1n);
  const open = factors.filter((factor) => !isLiteral(factor));
  if (known === 0n || open.length === 0) return String(known);
  return known === 1n && open.length === 1 ? (open[0] ?? '') : `(${[String(known), ...open].join('*')})`;
}

/** Both divided by what known factors they share. */
export function reduced(numerator: string, denominator: string): {numerator: string; denominator: string} {
  if (!isLiteral(numerator) || !isLiteral(denominator)) return {numerator, denominator};
  const value = makeExact(BigInt(numerator), BigInt(denominator));
  return typeof value === 'number'
    ? {numerator: String(value), denominator: '1'}
    : {numerator: String(value.numerator), denominator: String(value.denominator)};
}

export function and(...parts: readonly string[]): string {
  const open = parts.filter((part) => part !== 'true');
  if (open.includes('false')) return 'false';
  return open.length === 0 ? 'true' : `(${open.join(' /\\ ')})`;
}

export function or(...parts: readonly string[]): string {
  const open = parts.filter((part) => part !== 'false');
  if (open.includes('true')) return 'true';
  return open.length === 0 ? 'false' : `(${open.join(' \\/ ')})`;
}

export function negation(part: string): string {
  return part === 'true' ? 'false' : part === 'false' ? 'true' : `(not ${part})`;
}

export function either(condition: string, whenTrue: string, whenFalse: string): string {
  if (whenTrue === whenFalse || condition === 'true') return whenTrue;
  return condition === 'false' ? whenFalse : `(if ${condition} then ${whenTrue} else ${whenFalse} endif)`;
}
