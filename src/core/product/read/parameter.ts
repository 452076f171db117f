import type {Text} from '../../text/text.js';
import type {Place, Read} from '../json/place.js';
import {boolean, checked, list, memberOf, object, optional, string, whole, word} from '../json/readers.js';
import type {ChoicesParameter, Parameter} from '../parameter.js';
import {color} from './color.js';
import {exact} from './exact.js';
import {formulaSource, type Formula} from './formula.js';
import {freeId, idsOf, nameId, reportDuplicates} from './identity.js';
import {checkRange} from './number-range.js';
import {options} from './option.js';
import {text} from './text.js';
import {checkSwatches, checkTextLimits} from './text-limits.js';

const common = {
  id: nameId,
  name: optional(text),
  description: optional(text),
  group: optional(nameId),
  active: optional(formulaSource),
  required: optional(boolean, true),
  control: optional(word('auto', 'swatches', 'cards', 'select', 'slider', 'field'), 'auto'),
};
const number = {...common, unit: optional(string), min: exact, max: exact, default: optional(exact)};

type Draft<P extends Parameter> = P extends Parameter
  ? Omit<P, 'name' | 'active' | 'path'> & {readonly name: Text | null; readonly active: Formula | null}
  : never;

const choices = object({
  ...common,
  kind: word('choices'),
  options,
  min: optional(whole, 0),
  max: optional(whole),
  default: optional(list(freeId)),
});

const readers: ReadonlyMap<string, Read<Draft<Parameter>>> = new Map<string, Read<Draft<Parameter>>>([
  [
    'choice',
    checked(object({...common, kind: word('choice'), options, default: optional(freeId)}), (draft, place, source) =>
      checkOptionIds(source, place, draft.default === null ? [] : [draft.default]),
    ),
  ],
  ['choices', readChoices],
  ['boolean', object({...common, kind: word('boolean'), default: optional(boolean)})],
  ['integer', checked(object({...number, kind: word('integer'), step: optional(exact, 1)}), checkRange)],
  ['number', checked(object({...number, kind: word('number'), step: exact}), checkRange)],
  [
    'text',
    checked(
      object({
        ...common,
        kind: word('text'),
        minLength: optional(whole, 0),
        maxLength: optional(whole, 200),
        pattern: optional(string),
        default: optional(string),
        area: optional(string),
      }),
      checkTextLimits,
    ),
  ],
  [
    'color',
    checked(
      object({
        ...common,
        kind: word('color'),
        swatches: optional(list(color), []),
        free: optional(boolean, true),
        default: optional(color),
      }),
      checkSwatches,
    ),
  ],
]);

/** A parameter whose `active` has been read but not judged, because it may name parameters that come later. */
export interface ParameterDraft {
  readonly parameter: Parameter;
  readonly active: Formula | null;
}

/** Reads one parameter of any kind. */
export const parameterDraft: Read<ParameterDraft> = (value, place) => {
  const at = place.at('kind');
  const kind = string(memberOf(value, 'kind'), at);
  if (kind === 'image' || kind === 'product') {
    at.fail('kind-not-supported', `The kind "${kind}" is not built yet. Leave this parameter out.`);
  }
  at.isKnown(kind, [...readers.keys()], 'kind');
  const {name, active, ...rest} = readers.get(kind)?.(value, place) ?? place.giveUp();
  return {parameter: {...rest, name: name ?? rest.id, active: null, path: place.path}, active};
};

function readChoices(value: unknown, place: Place): Draft<ChoicesParameter> {
  const draft = choices(value, place);
  const {min, options: all, default: picked} = draft;
  const {length} = all;
  const max = draft.max ?? length;
  checkOptionIds(value, place, picked ?? []);
  if (min > max || max > length) place.report('range-invalid', `Keep 0 ≤ min ≤ max ≤ ${length} options.`);
  if (picked && (picked.length < min || picked.length > max || new Set(picked).size < picked.length)) {
    place.at('default').report('default-invalid', `Pick ${min} to ${max} options, none twice.`);
  }
  return {...draft, max, default: picked && all.map(({id}) => id).filter((id) => picked.includes(id))};
}

function checkOptionIds(value: unknown, place: Place, defaults: readonly string[]): void {
  const written = memberOf(value, 'options');
  reportDuplicates(written, place.at('options'));
  for (const id of defaults) place.at('default').isKnown(id, idsOf(written), 'option', 'default-invalid');
}
