import {defineExpression, type Expectation} from '../../expression/define-expression.js';
import type {Expression} from '../../expression/expression.js';
import {exactFromNumber, toDecimalString} from '../../number/decimal.js';
import type {Read, Reading} from '../json/place.js';
import {object} from '../json/readers.js';

/** A formula that has not been looked into yet. */
export interface Formula {
  readonly source: string;
  readonly path: string;
}

/** A formula as written; a number or a boolean means its literal. */
export const formulaSource: Read<Formula> = (value, place) => {
  const {path} = place;
  if (typeof value === 'boolean') return {source: String(value), path};
  if (typeof value === 'number') return {source: toDecimalString(exactFromNumber(value)), path};
  return typeof value === 'string' && value.trim() ? {source: value, path} : place.failNot('a formula', value);
};

/** Whether a formula reads a name that is not defined because its own definition is wrong. */
export function isBroken({source}: Formula, {broken}: Reading): boolean {
  return source.split(/\W+/).some((name) => broken.has(name));
}

/** Parses and checks a formula. */
export function defineFormula(written: Formula, reading: Reading, expected?: Expectation): Expression {
  const {source, path} = written;
  // Judging it would report the other fault again; the document is refused in any case.
  if (isBroken(written, reading)) return literal('', path);
  return defineExpression(source, {path, environment: reading.environment, ...(expected && {expected})});
}

/** A formula of which a certain type is expected. */
export function formula(expected?: Expectation): Read<Expression> {
  return (value, place) => defineFormula(formulaSource(value, place), place.reading, expected);
}

const words = object({formula: formula('text')});

/** An article number or the like, taken literally, or `{"formula": …}` giving one. */
export const textOrFormula: Read<Expression> = (value, place) => {
  if (typeof value === 'string' && value) return literal(value, place.path);
  if (typeof value !== 'object') return place.failNot('a text, or {"formula": "…"}', value);
  const {reading} = place;
  const {environment} = reading;
  reading.environment = reading.wordsEnvironment;
  try {
    return words(value, place).formula;
  } finally {
    reading.environment = environment;
  }
};

/** A text that is meant as it stands. */
export function literal(value: string, path: string): Expression {
  const type = {kind: 'text'} as const;
  return {
    source: value,
    path,
    type,
    root: {kind: 'string', value, type, start: 0, end: value.length},
    names: new Set(),
  };
}
