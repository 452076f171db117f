import {TwikError} from '../../core/error.js';
import type {PrintValue, RepeatValue, SceneValue} from '../../core/scene/plan.js';
import type {Factor, FactorValue} from './material-factors.js';

const mostRepeats = 1000;

/** @throws TwikError `value-invalid`, naming what is taken instead. */
function refuse(takes: string, value: SceneValue): never {
  throw new TwikError('value-invalid', `It takes ${takes}, not ${JSON.stringify(value)}.`);
}

export function toNumber(value: SceneValue): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse('a number', value);
}

/** @param size How many numbers; `null` for any number of them. */
export function toNumbers(value: SceneValue, size: number | null): readonly number[] {
  if (Array.isArray(value)) {
    const numbers: readonly unknown[] = value;
    if (isNumbers(numbers) && (size === null || numbers.length === size)) return numbers;
  }
  return refuse(size === null ? 'numbers' : `${size} numbers`, value);
}

export function toBoolean(value: SceneValue): boolean {
  return typeof value === 'boolean' ? value : refuse('true or false', value);
}

export function toText(value: SceneValue): string {
  return typeof value === 'string' ? value : refuse('a text', value);
}

export function toRepeat(value: SceneValue): RepeatValue {
  if (!isKind(value, 'repeat') || !Number.isFinite(value.count)) return refuse('a count and a step', value);
  if (value.count <= mostRepeats) return value;
  throw new TwikError('repeat-limit', `It repeats at most ${mostRepeats} times, not ${value.count}.`);
}

export function toPrint(value: SceneValue): PrintValue {
  return isKind(value, 'print') ? value : refuse('a text to print', value);
}

/** What a material's factor takes; a `#rrggbb` becomes linear factors. */
export function toFactor({takes}: Factor, value: SceneValue): FactorValue {
  if (takes === 'number') return toNumber(value);
  const text = typeof value === 'string' ? /^#([0-9a-f]{6})$/i.exec(value)?.[1] : undefined;
  if (text) return [0, 2, 4].map((at) => linear(parseInt(text.slice(at, at + 2), 16) / 255));
  const numbers: readonly unknown[] = Array.isArray(value) ? value : [];
  if (isNumbers(numbers) && (numbers.length === 3 || (numbers.length === 4 && takes === 'color with opacity'))) {
    return numbers;
  }
  return refuse(`a colour such as "#aabbcc" or ${takes === 'color' ? '3' : '3 or 4'} numbers`, value);
}

/** The light that a share of sRGB's range stands for. */
function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function isNumbers(values: readonly unknown[]): values is readonly number[] {
  return values.every((value) => typeof value === 'number' && Number.isFinite(value));
}

function isKind<Kind extends 'repeat' | 'print'>(
  value: SceneValue,
  kind: Kind,
): value is Extract<RepeatValue | PrintValue, {kind: Kind}> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
