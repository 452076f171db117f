import {TwikError} from '../error.js';
import {cureFor} from '../expression/fault.js';
import {compare} from '../number/arithmetic.js';
import {exactFromNumber, parseDecimal, toDecimalString, toNumber} from '../number/decimal.js';
import type {
  ChoiceParameter,
  ChoicesParameter,
  ColorParameter,
  NumberParameter,
  Parameter,
  TextParameter,
  Value,
} from '../product/parameter.js';
import {indexOfNumber} from '../solver/parameter-values.js';

/**
 * Takes a value from outside: in the form the store keeps it, if the parameter can have it at all. `''` is no text, and
 * like `null` for an optional parameter it can always be picked.
 *
 * @throws TwikError `value-type`, `option-unknown`, `choices-count`, `value-range`, `value-step`, `text-too-long`,
 * `text-too-short`, `text-pattern`, `color-invalid`.
 */
export function readValue(parameter: Parameter, value: unknown): Value {
  if (parameter.kind === 'text') return readText(parameter, value ?? '');
  if (value === null && !parameter.required) return parameter.kind === 'choices' ? [] : null;
  switch (parameter.kind) {
    case 'choice':
      return readOption(parameter, value);
    case 'choices':
      return readOptions(parameter, value);
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(parameter, 'value-type', 'takes true or false');
    case 'integer':
    case 'number':
      return readNumber(parameter, value);
    case 'color':
      return readColor(parameter, value);
  }
}

/** Says what is wrong with a value of a parameter, and what to do. */
function refuse({id, path}: Parameter, code: string, what: string, cure = 'Give it that.'): never {
  throw new TwikError(code, `"${id}" ${what}. ${cure}`, {path});
}

function readOption(parameter: ChoiceParameter | ChoicesParameter, value: unknown): string {
  if (typeof value !== 'string') return refuse(parameter, 'value-type', 'takes the id of an option');
  const ids = parameter.options.map(({id}) => id);
  if (ids.includes(value)) return value;
  return refuse(parameter, 'option-unknown', `has no option "${value.slice(0, 64)}"`, cureFor(value, ids));
}

function readOptions(parameter: ChoicesParameter, value: unknown): readonly string[] {
  if (!Array.isArray(value)) return refuse(parameter, 'value-type', 'takes a list of ids of options');
  const picked = new Set(value.map((option) => readOption(parameter, option)));
  const {min, max, required} = parameter;
  const isOpen = picked.size === 0 && !required;
  if (!isOpen && (picked.size < min || picked.size > max)) {
    return refuse(parameter, 'choices-count', `takes ${min} to ${max} options, not ${picked.size}`, 'Pick so many.');
  }
  return parameter.options.map(({id}) => id).filter((id) => picked.has(id));
}

function readNumber(parameter: NumberParameter, value: unknown): number {
  const {min, max, step, unit} = parameter;
  const x =
    typeof value === 'number' && Number.isFinite(value)
      ? exactFromNumber(value)
      : typeof value === 'string'
        ? parseDecimal(value)
        : null;
  if (x === null) return refuse(parameter, 'value-type', 'takes a number');
  const range = `${toDecimalString(min)} to ${toDecimalString(max)}${unit === null ? '' : ` ${unit}`}`;
  if (compare(x, min) < 0 || compare(x, max) > 0) {
    return refuse(parameter, 'value-range', `cannot be ${toDecimalString(x)}`, `Give a number from ${range}.`);
  }
  if (indexOfNumber(parameter, x) === null) {
    const cure = `Give one of the steps of ${toDecimalString(step)} from ${range}.`;
    return refuse(parameter, 'value-step', `cannot be ${toDecimalString(x)}`, cure);
  }
  return toNumber(x);
}

function readText(parameter: TextParameter, value: unknown): string {
  if (typeof value !== 'string') return refuse(parameter, 'value-type', 'takes a text');
  // Halves of characters have no place in a file or a hash.
  const text = value.replace(/\p{Surrogate}/gu, '\uFFFD');
  const {minLength, maxLength, pattern} = parameter;
  const length = Array.from(text).length;
  if (length === 0) return text;
  if (length > maxLength) {
    return refuse(parameter, 'text-too-long', `has ${length} characters`, `Use at most ${maxLength}.`);
  }
  if (length < minLength) {
    return refuse(parameter, 'text-too-short', `has ${length} characters`, `Use at least ${minLength}.`);
  }
  if (pattern !== null && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) {
    return refuse(parameter, 'text-pattern', `must match ${pattern}`, 'Leave out the characters that do not.');
  }
  return text;
}

function readColor(parameter: ColorParameter, value: unknown): string {
  if (typeof value !== 'string') return refuse(parameter, 'value-type', 'takes a colour');
  const color = value.toLowerCase();
  const {swatches, free} = parameter;
  if (!/^#[0-9a-f]{6}$/.test(color)) {
    return refuse(parameter, 'color-invalid', 'takes a colour such as #1d3557', 'Write # and six hexadecimal digits.');
  }
  if (!free && !swatches.includes(color)) {
    return refuse(parameter, 'color-invalid', `does not come in ${color}`, `Pick one of ${swatches.join(', ')}.`);
  }
  return color;
}
