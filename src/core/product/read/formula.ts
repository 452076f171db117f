import {TwikError} from '../../error.js';
import {defineExpression, type Expectation} from '../../expression/define-expression.js';
import type {Expression} from '../../expression/expression.js';
import {exactFromNumber, toDecimalString} from '../../number/decimal.js';
import {reportNot, type Place, type Read, type Reading} from '../json/place.js';
import {object} from '../json/readers.js';

/** A formula that has not been looked into yet. */
export interface Formula {
  readonly source: string;
  readonly path: string;
}

/** A formula as written; a number or a boolean means its literal. */
export const formulaSource: Read<Formula> = (value, {path, reading}) => {
  if (typeof value === 'string' && value.trim() !== '') return {source: value, path};
  if (typeof value === 'boolean') return {source: String(value), path};
  if (typeof value === 'number' && Number.isFinite(value)) return {source: decimalOf(value), path};
  return reportNot({path, reading}, 'a formula', value);
};

function decimalOf(value: number): string {
  return toDecimalString(exactFromNumber(value));
}

/** Parses and checks a formula; what is wrong with it is reported, once. */
export function defineFormula(
  {source, path}: Formula,
  reading: Reading,
  expected?: Expectation,
): Expression | undefined {
  // A name whose own definition is wrong has no type: judging its readers would report the same fault again.
  if (source.split(/\W+/).some((name) => reading.broken.has(name))) return undefined;
  return attempt({path, reading}, () =>
    defineExpression(source, {path, environment: reading.environment, ...(expected && {expected})}),
  );
}

/** A formula of which a certain type is expected. */
export function formula(expected?: Expectation): Read<Expression> {
  return (value, place) => {
    const written = formulaSource(value, place);
    return written && defineFormula(written, place.reading, expected);
  };
}

/** An article number or the like, taken literally, or `{"formula": …}` giving one. */
export const textOrFormula: Read<Expression> = (value, place) => {
  if (typeof value === 'string' && value !== '') return literal(value, place.path);
  if (typeof value !== 'object' || value === null) return reportNot(place, 'a text, or {"formula": "…"}', value);
  const {reading} = place;
  const {environment} = reading;
  reading.environment = reading.wordsEnvironment;
  const read = formulaObject(value, place);
  reading.environment = environment;
  return read?.formula;
};

const formulaObject = object({formula: formula('text')});

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

/** Runs what throws `TwikError`s and reports them at their place, or here when they name none. */
export function attempt<T>(place: Place, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TwikError)) throw error;
    place.reading.issues.push(...error.issues.map((issue) => ({...issue, path: issue.path || place.path})));
    return undefined;
  }
}
