import {and, either, negation, numberTerm, or, reduced, times, type NumberTerm} from './term.js';
import type {TranslationScope} from './translate-expression.js';

type Names = Pick<TranslationScope, 'integer' | 'truth'>;

/** The four operations; null with null, and division by zero not defined. */
export function arithmetic(operator: '+' | '-' | '*' | '/', a: NumberTerm, b: NumberTerm, names: Names): NumberTerm {
  const isNull = or(a.isNull, b.isNull);
  const defined = and(a.defined, b.defined);
  const make = (numerator: string, denominator: string, more = 'true'): NumberTerm => {
    const exact = reduced(numerator, denominator);
    return {
      kind: 'number',
      numerator: names.integer(exact.numerator),
      denominator: names.integer(exact.denominator),
      isNull,
      defined: and(defined, more),
    };
  };
  switch (operator) {
    case '+':
    case '-': {
      if (a.denominator === b.denominator) return make(`(${a.numerator} ${operator} ${b.numerator})`, a.denominator);
      const left = times(a.numerator, b.denominator);
      const right = times(b.numerator, a.denominator);
      return make(`(${left} ${operator} ${right})`, times(a.denominator, b.denominator));
    }
    case '*':
      return make(times(a.numerator, b.numerator), times(a.denominator, b.denominator));
    case '/': {
      // Denominators are positive, so that comparisons keep their sense.
      const size = names.integer(`max(1, abs(${b.numerator}))`);
      const sign = names.integer(`(if ${b.numerator} < 0 then -1 else 1 endif)`);
      const isDefined = or(isNull, `(${b.numerator} != 0)`);
      return make(times(sign, a.numerator, b.denominator), times(a.denominator, size), isDefined);
    }
  }
}

/** A comparison of two numbers that are there. */
export function compareNumbers(operator: '=' | '<' | '<=' | '>' | '>=', a: NumberTerm, b: NumberTerm): string {
  const same = a.denominator === b.denominator;
  const left = same ? a.numerator : times(a.numerator, b.denominator);
  const right = same ? b.numerator : times(b.numerator, a.denominator);
  return `(${left} ${operator} ${right})`;
}

/** The least or greatest of those that are there. */
export function extremeOf(which: 'min' | 'max', terms: readonly NumberTerm[], names: Names): NumberTerm {
  return terms.reduce((best, next) => {
    const isBetter = compareNumbers(which === 'min' ? '<' : '>', next, best);
    const takesNext = names.truth(or(best.isNull, and(negation(next.isNull), isBetter)));
    return {
      kind: 'number',
      numerator: names.integer(either(takesNext, next.numerator, best.numerator)),
      denominator: names.integer(either(takesNext, next.denominator, best.denominator)),
      isNull: and(best.isNull, next.isNull),
      defined: and(best.defined, next.defined),
    };
  });
}

/** The sum of those that are there; nothing is 0. */
export function totalOf(terms: readonly NumberTerm[], names: Names): NumberTerm {
  return terms
    .map((term) => ({...term, numerator: either(term.isNull, '0', term.numerator), isNull: 'false'}))
    .reduce((sum, term) => arithmetic('+', sum, term, names), numberTerm(0));
}

/** A multiple of a step, which must be above 0. */
export function roundedTo(mode: 'round' | 'floor' | 'ceil', x: NumberTerm, step: NumberTerm, names: Names): NumberTerm {
  const isNull = or(x.isNull, step.isNull);
  const above = names.integer(times(x.numerator, step.denominator));
  const stepSize = names.integer(`max(1, ${step.numerator})`);
  const below = names.integer(times(x.denominator, /^\d+$/.test(step.numerator) ? step.numerator : stepSize));
  const count = names.integer(countOf(mode, above, below));
  return {
    kind: 'number',
    numerator: names.integer(times(count, step.numerator)),
    denominator: step.denominator,
    isNull,
    defined: and(x.defined, step.defined, or(isNull, `(${step.numerator} > 0)`)),
  };
}

function countOf(mode: 'round' | 'floor' | 'ceil', above: string, below: string): string {
  switch (mode) {
    case 'floor':
      return `floor_div(${above}, ${below})`;
    case 'ceil':
      return `(0 - floor_div(0 - ${above}, ${below}))`;
    case 'round':
      // Half goes away from zero.
      return `(if ${above} < 0 then -1 else 1 endif) * floor_div(2 * abs(${above}) + ${below}, 2 * ${below})`;
  }
}
