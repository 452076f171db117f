import {addHigh, addLow} from '../interval.js';

type Bounds = readonly [number, number];

/** Bounds of a rounded number, and, backwards, of what was rounded. The step is above 0. */
export function roundingBounds(mode: 'round' | 'floor' | 'ceil', stepLow: number, stepHigh: number) {
  const below = mode === 'ceil' ? 0 : stepHigh;
  const above = mode === 'floor' ? 0 : stepHigh;
  return {
    there: ([low, high]: Bounds): Bounds => [
      exactly(mode, low, stepLow, stepHigh) ?? addLow(low, -below),
      exactly(mode, high, stepLow, stepHigh) ?? addHigh(high, above),
    ],
    back: ([low, high]: Bounds): Bounds => [addLow(low, -above), addHigh(high, below)],
  };
}

/** Whole numbers can be rounded as they are; the remainder of floats is exact. */
function exactly(mode: 'round' | 'floor' | 'ceil', x: number, stepLow: number, stepHigh: number): number | null {
  if (stepLow !== stepHigh || !Number.isSafeInteger(x) || !Number.isSafeInteger(stepLow)) return null;
  if (mode === 'ceil') return -floor(-x, stepLow);
  if (mode === 'floor') return floor(x, stepLow);
  const size = Math.abs(x);
  const down = floor(size, stepLow);
  return Math.sign(x) * ((size - down) * 2 >= stepLow ? down + stepLow : down);
}

function floor(x: number, step: number): number {
  const rest = x % step;
  return x - (rest < 0 ? rest + step : rest);
}
