import type {Expression} from '../../expression/expression.js';
import {cureFor} from '../../expression/fault.js';
import {parsePointer} from '../../scene/pointer.js';
import {pointerProperties, pointerType, type PointerMeasure, type PointerType} from '../../scene/pointer-type.js';
import type {Place, Read} from '../json/place.js';
import {anything, list, number, object, optional, pair, string, triple, word} from '../json/readers.js';
import type {Binding, BindingTarget} from '../scene-definition.js';
import {formula, literal} from './formula.js';
import {plainId, reportDuplicate} from './identity.js';

const shape = object({set: string, to: anything, model: optional(plainId)});

const count = formula('number');
const length = formula('length');
const words = formula('text');
const color: Read<Expression> = (value, place) =>
  typeof value === 'string' && /^#[\da-f]{6}$/i.test(value)
    ? literal(value.toLowerCase(), place.path)
    : words(value, place);

const measures: Readonly<Record<PointerMeasure, Read<Expression>>> = {
  number: count,
  length,
  angle: formula('angle'),
  boolean: formula('boolean'),
  text: words,
  color,
  any: formula(),
};

const repeat = object({count, step: triple(length)});
const print = object({
  text: words,
  color: optional(color),
  font: optional(string, 'sans-serif'),
  weight: optional(number, 400),
  align: optional(word('left', 'center', 'right'), 'center'),
  size: pair(length),
});

/** Reads bindings to the models of the scene. */
export function bindingReader(models: readonly string[]): Read<Binding> {
  const seen = new Map<string, string>();
  return (value, place) => {
    const {set, to, model: named} = shape(value, place);
    const model = named ?? models[0];
    if (model === undefined) return place.fail('model-unknown', 'There is nothing to bind. Add a model to "models".');
    const at = place.at('set');
    place.at('model').isKnown(model, models, 'model');
    reportDuplicate(`${model} ${set}`, at, seen);
    const type = at.attempt(() => typeOf(set, at)) ?? place.giveUp();
    return {model, set, to: readTarget(to, place.at('to'), type), path: place.path};
  };
}

function typeOf(set: string, place: Place): PointerType {
  const pointer = parsePointer(set);
  const type = pointerType(pointer);
  if (type) return type;
  const {kind} = pointer.target;
  const property = pointer.property.join('/');
  const cure = cureFor(property, pointerProperties(kind));
  return place.fail('pointer-invalid', `A ${kind} has no "${property}" to set. ${cure}`);
}

function readTarget(value: unknown, place: Place, type: PointerType): BindingTarget {
  switch (type.kind) {
    case 'repeat':
      return {kind: 'repeat', ...repeat(value, place)};
    case 'print':
      return {kind: 'print', ...print(value, place)};
    case 'value': {
      const {one, many, sizes} = type;
      return many && (Array.isArray(value) || !one)
        ? {kind: 'vector', formulas: list(measures[many], ...sizes)(value, place)}
        : {kind: 'value', formula: measures[one ?? 'any'](value, place)};
    }
  }
}
