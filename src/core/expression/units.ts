import {divide, multiply} from '../number/arithmetic.js';
import type {Exact} from '../number/exact.js';
import {makeExact} from '../number/rational.js';
import {ANGLE, LENGTH, MASS} from './dimension.js';
import type {Dimension} from './type.js';

/** A unit that may follow a number. */
export interface Unit {
  readonly dimension: Dimension;
  /** How many base units (mm, g, deg and their powers) it is. */
  readonly factor: Exact;
}

const area: Dimension = {...LENGTH, length: 2};

const units: ReadonlyMap<string, Unit> = new Map([
  ['mm', {dimension: LENGTH, factor: 1}],
  ['cm', {dimension: LENGTH, factor: 10}],
  ['m', {dimension: LENGTH, factor: 1000}],
  ['in', {dimension: LENGTH, factor: makeExact(254n, 10n)}],
  ['ft', {dimension: LENGTH, factor: makeExact(3048n, 10n)}],
  ['mm2', {dimension: area, factor: 1}],
  ['cm2', {dimension: area, factor: 100}],
  ['m2', {dimension: area, factor: 1_000_000}],
  ['g', {dimension: MASS, factor: 1}],
  ['kg', {dimension: MASS, factor: 1000}],
  ['deg', {dimension: ANGLE, factor: 1}],
]);

export const unitNames: readonly string[] = [...units.keys()];

/** What a unit means, or `null` when there is no such unit. */
export function unitOf(name: string): Unit | null {
  return units.get(name) ?? null;
}

/** A number in a unit as one in base units; a bare number stays as it is. */
export function baseValue(x: Exact, unit: string | null): Exact {
  return multiply(x, factorOf(unit));
}

/** A number in base units as one in the unit. */
export function unitValue(x: Exact, unit: string | null): Exact {
  return divide(x, factorOf(unit));
}

function factorOf(unit: string | null): Exact {
  return (unit === null ? null : unitOf(unit)?.factor) ?? 1;
}
