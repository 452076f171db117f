import {divide, multiply} from '../number/arithmetic.js';
import type {Exact} from '../number/exact.js';
import {makeExact} from '../number/rational.js';
import {ANGLE, AREA, LENGTH, MASS} from './dimension.js';
import type {Dimension} from './type.js';

/** A unit that may follow a number. */
export interface Unit {
  readonly dimension: Dimension;
  /** How many base units (mm, g, deg and their powers) it is. */
  readonly factor: Exact;
}

const units: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['mm', LENGTH, 1],
      ['cm', LENGTH, 10],
      ['m', LENGTH, 1000],
      ['in', LENGTH, makeExact(254n, 10n)],
      ['ft', LENGTH, makeExact(3048n, 10n)],
      ['mm2', AREA, 1],
      ['cm2', AREA, 100],
      ['m2', AREA, 1_000_000],
      ['g', MASS, 1],
      ['kg', MASS, 1000],
      ['deg', ANGLE, 1],
    ] as const
  ).map(([name, dimension, factor]) => [name, {dimension, factor}]),
);

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
