import {didYouMean} from '../../text/did-you-mean.js';
import type {Text} from '../../text/text.js';
import {below, report, reportNot, type Place, type Read} from '../json/place.js';
import {boolean, list, memberOf, object, optional, string, whole, word} from '../json/readers.js';
import type {ColorParameter, ControlHint, NumberParameter, Parameter} from '../parameter.js';
import {color} from './color.js';
import {exact} from './exact.js';
import {formulaSource, type Formula} from './formula.js';
import {freeId, idsOf, nameId, reportDuplicates} from './identity.js';
import {checkDefaultNumber, checkRange} from './number-range.js';
import {checkDefaultText} from './default-text.js';
import {options} from './option.js';
import {text} from './text.js';

const controls = ['auto', 'swatches', 'cards', 'select', 'slider', 'field'] as const satisfies readonly ControlHint[];

const common = {
  id: nameId,
  kind: string,
  name: optional(text, null),
  description: optional(text, null),
  group: optional(nameId, null),
  active: optional(formulaSource, null),
  required: optional(boolean, true),
  control: optional(word(controls), 'auto'),
};

const number = {
  ...common,
  unit: optional(string, null),
  min: exact,
  max: exact,
  default: optional(exact, null),
};

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
  const kind = memberOf(value, 'kind');
  const draft = readKind(kind, value, place);
  if (!draft) return undefined;
  const {name, ...rest} = draft;
  return {parameter: {...rest, name: name ?? draft.id, active: null, path: place.path}, active: draft.active};
};

type Draft<P extends Parameter> = P extends Parameter
  ? Omit<P, 'name' | 'active' | 'path'> & {readonly name: Text | null; readonly active: Formula | null}
  : never;

function readKind(kind: unknown, value: unknown, place: Place): Draft<Parameter> | undefined {
  switch (kind) {
    case 'choice': {
      const draft = readers.choice(value, place);
      checkOptionIds(value, place, draft?.default === null ? [] : [draft?.default]);
      return draft && {...draft, kind};
    }
    case 'choices': {
      const draft = readers.choices(value, place);
      checkOptionIds(value, place, draft?.default ?? []);
      if (!draft) return undefined;
      const {min, options: all, default: picked} = draft;
      const max = draft.max ?? all.length;
      if (min > max || max > all.length) {
        report(place, 'range-invalid', `There are ${all.length} options. Keep 0 ≤ min ≤ max ≤ ${all.length}.`);
      }
      if (picked && (picked.length < min || picked.length > max || new Set(picked).size < picked.length)) {
        report(below(place, 'default'), 'default-invalid', `Pick ${min} to ${max} options, none twice.`);
      }
      const inOrder = picked && all.map(({id}) => id).filter((id) => picked.includes(id));
      return {...draft, kind, max, default: inOrder};
    }
    case 'boolean': {
      const draft = readers.boolean(value, place);
      return draft && {...draft, kind};
    }
    case 'integer':
    case 'number': {
      const draft = readers[kind](value, place);
      if (!draft) return undefined;
      const range: Draft<NumberParameter> = {...draft, kind};
      if (checkRange(range, place)) checkDefaultNumber(range, place);
      return range;
    }
    case 'text': {
      const draft = readers.text(value, place);
      if (draft) checkDefaultText(draft, place);
      return draft && {...draft, kind};
    }
    case 'color': {
      const draft = readers.color(value, place);
      if (draft) checkSwatches(draft, place);
      return draft && {...draft, kind};
    }
    case 'image':
    case 'product':
      return report(
        below(place, 'kind'),
        'kind-not-supported',
        `Parameters of kind "${kind}" are not built yet. Leave this parameter out.`,
      );
    default: {
      const kinds = Object.keys(readers);
      if (typeof kind !== 'string') return reportNot(below(place, 'kind'), `one of ${kinds.join(', ')}`, kind);
      const cure = didYouMean(kind, kinds) || `Known: ${kinds.join(', ')}.`;
      return report(below(place, 'kind'), 'kind-unknown', `Unknown kind "${kind}". ${cure}`);
    }
  }
}

function checkOptionIds(value: unknown, place: Place, defaults: readonly (string | undefined)[]): void {
  const written = memberOf(value, 'options');
  reportDuplicates(written, below(place, 'options'));
  const known = idsOf(written);
  for (const id of defaults) {
    if (id === undefined || known.includes(id)) continue;
    const cure = didYouMean(id, known) || `Options: ${known.slice(0, 8).join(', ')}.`;
    report(below(place, 'default'), 'default-invalid', `The default "${id}" is not an option. ${cure}`);
  }
}

function checkSwatches(
  {free, swatches, default: picked}: Pick<ColorParameter, 'free' | 'swatches' | 'default'>,
  place: Place,
): void {
  if (free) return;
  if (swatches.length === 0) {
    report(place, 'range-invalid', 'No colour can be picked. Add "swatches", or leave "free" out.');
  } else if (picked !== null && !swatches.includes(picked)) {
    report(
      below(place, 'default'),
      'default-invalid',
      `The default ${picked} is not among the swatches. Add it there.`,
    );
  }
}
