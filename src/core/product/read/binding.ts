import type {Expression} from '../../expression/expression.js';
import {didYouMean} from '../../text/did-you-mean.js';
import {parsePointer} from '../../scene/pointer.js';
import {pointerProperties, pointerType, type PointerMeasure, type PointerType} from '../../scene/pointer-type.js';
import {below, report, reportNot, type Place, type Read} from '../json/place.js';
import {isObject, list, number, object, optional, string, word} from '../json/readers.js';
import type {Binding, BindingTarget} from '../scene-definition.js';
import {attempt, formula, literal} from './formula.js';
import {isKnown, plainId} from './identity.js';

const shape = object({set: string, to: (value: unknown) => ({value}), model: optional(plainId, null)});

const count = formula('number');
const length = formula('length');
const words = formula('text');
const colorText: Read<Expression> = (value, place) =>
  typeof value === 'string' && /^#[\da-f]{6}$/i.test(value)
    ? literal(value.toLowerCase(), place.path)
    : words(value, place);

const measures: Readonly<Record<PointerMeasure, Read<Expression>>> = {
  number: count,
  length,
  angle: formula('angle'),
  boolean: formula('boolean'),
  text: words,
  color: colorText,
};

const repeat = object({count, step: list(length, {min: 3, max: 3})});
const print = object({
  text: words,
  color: optional(colorText, null),
  font: optional(string, 'sans-serif'),
  weight: optional(number, 400),
  align: optional(word(['left', 'center', 'right']), 'center'),
  size: list(length, {min: 2, max: 2}),
});

/** Reads bindings to the models of the scene. */
export function bindingReader(models: readonly string[]): Read<Binding> {
  const seen = new Map<string, string>();
  return (value, place) => {
    const read = shape(value, place);
    if (!read) return undefined;
    const model = read.model ?? models[0];
    if (model === undefined) return report(place, 'model-unknown', 'There is no model to bind. Add one to "models".');
    if (read.model !== null) isKnown(read.model, 'model', models, below(place, 'model'));
    const at = below(place, 'set');
    const first = seen.get(`${model} ${read.set}`);
    if (first) report(at, 'id-duplicate', `${first} sets this already. Join the two into one formula.`);
    seen.set(`${model} ${read.set}`, place.path);
    const type = attempt(at, () => typeOf(read.set, at));
    const to = type && readTarget(read.to.value, below(place, 'to'), type);
    return to && {model, set: read.set, to, path: place.path};
  };
}

function typeOf(set: string, place: Place): PointerType | undefined {
  const pointer = parsePointer(set);
  const type = pointerType(pointer);
  if (type) return type;
  const {kind} = pointer.target;
  const known = pointerProperties(kind);
  const written = pointer.property.join('/');
  const cure = didYouMean(written, known) || `Known: ${known.join(', ')}.`;
  return report(place, 'pointer-invalid', `A ${kind} has no "${written}" that can be set. ${cure}`);
}

function readTarget(value: unknown, place: Place, type: PointerType): BindingTarget | undefined {
  switch (type.kind) {
    case 'value':
      if (typeof value === 'object') return reportNot(place, 'one formula', value);
      return readValue(value, place, measures[type.of]);
    case 'vector':
      return readVector(value, place, measures[type.of], type.sizes);
    case 'color':
      return Array.isArray(value) ? readVector(value, place, count, type.sizes) : readValue(value, place, colorText);
    case 'free':
      return Array.isArray(value) ? readVector(value, place, formula(), []) : readValue(value, place, formula());
    case 'repeat': {
      if (!isObject(value)) return reportNot(place, '{"count": …, "step": [x, y, z]}', value);
      const read = repeat(value, place);
      const [x, y, z] = read?.step ?? [];
      return read && x && y && z && {kind: 'repeat', count: read.count, step: [x, y, z]};
    }
    case 'print': {
      if (!isObject(value)) return reportNot(place, '{"text": …, "size": [width, height]}', value);
      const read = print(value, place);
      const [width, height] = read?.size ?? [];
      return read && width && height && {...read, kind: 'print', size: [width, height]};
    }
  }
}

function readValue(value: unknown, place: Place, read: Read<Expression>): BindingTarget | undefined {
  const expression = read(value, place);
  return expression && {kind: 'value', formula: expression};
}

function readVector(
  value: unknown,
  place: Place,
  read: Read<Expression>,
  sizes: readonly number[],
): BindingTarget | undefined {
  const [least = 1] = sizes;
  const formulas = list(read, {min: least, max: sizes.at(-1) ?? Infinity})(value, place);
  return formulas && {kind: 'vector', formulas};
}
