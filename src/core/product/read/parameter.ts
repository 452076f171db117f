import type {Text} from '../../text/text.js';
import type {Place, Read} from '../json/place.js';
import {boolean, list, memberOf, object, optional, string, whole, word} from '../json/readers.js';
import type {Parameter} from '../parameter.js';
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
  kind: string,
  name: optional(text, null),
  description: optional(text, null),
  group: optional(nameId, null),
  active: optional(formulaSource, null),
  required: optional(boolean, true),
  control: optional(word('auto', 'swatches', 'cards', 'select', 'slider', 'field'), 'auto'),
};
const number = {...common, unit: optional(string, null), min: exact, max: exact, default: optional(exact, null)};

const readers = {
  choice: object({...common, options, default: optional(freeId, null)}),
  choices: object({
    ...common,
    options,
    min: optional(whole, 0),
    max: optional(whole, null),
    default: optional(list(freeId), null),
  }),
  boolean: object({...common, default: optional(boolean, null)}),
  integer: object({...number, step: optional(exact, 1)}),
  number: object({...number, step: exact}),
  text: object({
    ...common,
    minLength: optional(whole, 0),
    maxLength: optional(whole, 200),
    pattern: optional(string, null),
    default: optional(string, null),
    area: optional(string, null),
  }),
  color: object({
    ...common,
    swatches: optional(list(color), []),
    free: optional(boolean, true),
    default: optional(color, null),
  }),
};

/** A parameter whose `active` has been read but not judged, because it may name parameters that come later. */
export interface ParameterDraft {
  readonly parameter: Parameter;
  readonly active: Formula | null;
}

/** Reads one parameter of any kind. */
export const parameterDraft: Read<ParameterDraft> = (value, place) => {
  const {name, active, ...rest} = readKind(value, place);
  return {parameter: {...rest, name: name ?? rest.id, active: null, path: place.path}, active};
};

type Draft<P extends Parameter> = P extends Parameter
  ? Omit<P, 'name' | 'active' | 'path'> & {readonly name: Text | null; readonly active: Formula | null}
  : never;

function readKind(value: unknown, place: Place): Draft<Parameter> {
  const kind = string(memberOf(value, 'kind'), place.at('kind'));
  switch (kind) {
    case 'choice': {
      const draft = readers.choice(value, place);
      checkOptionIds(value, place, draft.default === null ? [] : [draft.default]);
      return {...draft, kind};
    }
    case 'choices': {
      const draft = readers.choices(value, place);
      const {min, options: all, default: picked} = draft;
      const max = draft.max ?? all.length;
      checkOptionIds(value, place, picked ?? []);
      if (min > max || max > all.length) place.report('range-invalid', `Keep 0 ≤ min ≤ max ≤ ${all.length} options.`);
      if (picked && (picked.length < min || picked.length > max || new Set(picked).size < picked.length)) {
        place.at('default').report('default-invalid', `Pick ${min} to ${max} options, none twice.`);
      }
      const ids = all.map(({id}) => id);
      return {...draft, kind, max, default: picked && ids.filter((id) => picked.includes(id))};
    }
    case 'boolean':
      return {...readers.boolean(value, place), kind};
    case 'integer':
    case 'number': {
      const draft = {...readers[kind](value, place), kind};
      checkRange(draft, place);
      return draft;
    }
    case 'text': {
      const draft = {...readers.text(value, place), kind};
      checkTextLimits(draft, place);
      return draft;
    }
    case 'color': {
      const draft = {...readers.color(value, place), kind};
      checkSwatches(draft, place);
      return draft;
    }
    default: {
      const at = place.at('kind');
      if (kind === 'image' || kind === 'product') {
        return at.fail('kind-not-supported', `The kind "${kind}" is not built yet. Leave this parameter out.`);
      }
      at.isKnown(kind, Object.keys(readers), 'kind');
      return place.giveUp();
    }
  }
}

function checkOptionIds(value: unknown, place: Place, defaults: readonly string[]): void {
  const written = memberOf(value, 'options');
  reportDuplicates(written, place.at('options'));
  for (const id of defaults) place.at('default').isKnown(id, idsOf(written), 'option', 'default-invalid');
}
