import {TwikError} from '../../core/error.js';
import type {ConfiguredLine} from '../line/configured-line.js';
import {labelsOf, summaryOf} from '../line/labels.js';
import {machineFieldsOf} from '../line/machine-fields.js';
import {keyOf} from './choose-variant.js';
import type {OptionMapping, ShopMapping, TextMapping} from './shop-mapping.js';

/** A choice of the shop as it was made. */
export interface ShopChoice {
  readonly mapping: OptionMapping;
  /** The shop's id of the value. */
  readonly value: string;
  readonly uid: string | null;
}

/**
 * What was chosen, in the shop's ids. Of a parameter that is a list, one for each that was picked.
 *
 * @throws TwikError `value-unmapped`.
 */
export function choicesOf({options}: ShopMapping, {configuration}: ConfiguredLine): ShopChoice[] {
  return options.flatMap((mapping) => {
    const value = configuration.values[mapping.parameter] ?? null;
    const keys = typeof value === 'object' && value !== null ? value : [keyOf(value)];
    return keys.flatMap((key) => {
      const found = mapping.values.get(key);
      if (found !== undefined) return [{mapping, value: found, uid: mapping.uids.get(key) ?? null}];
      // What does not exist at present is no business of the shop.
      if (key === '') return [];
      const message = `The shop's option "${mapping.option}" has no value for "${key}" of "${mapping.parameter}". Add it to the mapping.`;
      throw new TwikError('value-unmapped', message);
    });
  });
}

/** A text of the shop as it is filled in. */
export interface ShopText {
  readonly mapping: TextMapping;
  readonly value: string;
}

/** What the shop's text fields are filled with; those that would be empty are left out. */
export function textsOf({texts}: ShopMapping, line: ConfiguredLine): ShopText[] {
  return texts.map((mapping) => ({mapping, value: textOf(mapping, line)})).filter(({value}) => value !== '');
}

function textOf({source}: TextMapping, line: ConfiguredLine): string {
  if (source.kind === 'parameter') {
    return labelsOf(line).find(({parameter}) => parameter === source.parameter)?.value ?? '';
  }
  return source.field === 'summary' ? summaryOf(line) : (machineFieldsOf(line)[source.field] ?? '');
}
