import {addHigh, addLow} from '../interval.js';
import type {Range} from './range.js';

type Mode = 'round' | 'floor' | 'ceil';

/** Bounds of rounded numbers. The step is above 0. */
export function roundingBounds(mode: Mode, {low, high}: Range, step: Range): readonly [number, number] {
  return [
    exactly(mode, low, step) ?? addLow(low, mode === 'ceil' ? 0 : -step.high),
    exactly(mode, high, step) ?? addHigh(high, mode === 'floor' ? 0 : step.high),
  ];
}

/** Whole numbers can be rounded as they are; the remainder of floats is exact. */
function exactly(mode: Mode, x: number, step: Range): number | null {
  if (step.low !== step.high || !Number.isSafeInteger(x) || !Number.isSafeInteger(step.low)) return null;
  if (mode === 'ceil') return -floor(-x, step.low);
  if (mode === 'floor') return floor(x, step.low);
  const size = Math.abs(x);
  const down = floor(size, step.low);
  return Math.sign(x) * ((size - down) * 2 >= step.low ? down + step.low : down);
}

function floor(x: number, step: number): number {
  const rest = x % step;
  return x - (rest < 0 ? rest + step : rest);
}
