import {TwikError} from '../error.js';
import {formatUnit} from '../expression/dimension.js';
import {isFraction} from '../expression/operators.js';
import {exactFromNumber, toDecimalString} from '../number/decimal.js';
import {optionsOf} from '../product/environment.js';
import type {Value} from '../product/parameter.js';
import {interpolate} from '../text/interpolate.js';
import {localize} from '../text/localize.js';
import type {Text} from '../text/text.js';
import {attempt} from './attempt.js';
import type {Machinery} from './machinery.js';

/** What stands for a value that is not there. */
const nothing = '–';

/**
 * Fills the `{name}` places of a rule's message with values: options by their names in the language of the sentence,
 * numbers with their unit. A message that is one text for all languages becomes one for each, if names differ.
 */
export function fillMessage(message: Text, machinery: Machinery, valueOf: (id: string) => Value): Text {
  const {defaultLocale} = machinery.product;
  const fill = (locale: string): string =>
    interpolate(localize(message, locale, defaultLocale), (name) => wordOf(name, locale, machinery, valueOf));
  const locales = typeof message === 'string' ? localesOf(message, machinery) : Object.keys(message);
  if (locales.length === 0) return fill(defaultLocale);
  return Object.fromEntries(locales.map((locale) => [locale, fill(locale)]));
}

/** The languages that the names of options have which a sentence can show. */
function localesOf(message: string, {parameters}: Machinery): string[] {
  const shown = [...message.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => parameters.get(name) ?? []);
  const names = shown.flatMap(optionsOf).map(({name}) => name);
  return [...new Set(names.flatMap((name) => (typeof name === 'string' ? [] : Object.keys(name))))];
}

/** A parameter or a derived value in words. */
function wordOf(name: string, locale: string, machinery: Machinery, valueOf: (id: string) => Value): string {
  const {parameters, product} = machinery;
  const parameter = parameters.get(name);
  const value = parameter ? valueOf(name) : attempt(() => machinery.scope(valueOf)(name));
  if (value === null || value === false || value instanceof TwikError) return nothing;
  if (value === true) return '✓';
  if (typeof value === 'number' || isFraction(value)) {
    const exact = typeof value === 'number' ? exactFromNumber(value) : value;
    return `${toDecimalString(exact, 2)} ${unitOf(name, machinery)}`.trimEnd();
  }
  const names = new Map(parameter && optionsOf(parameter).map((option) => [option.id, option.name]));
  const words = [value].flat().map((id) => localize(names.get(id) ?? id, locale, product.defaultLocale));
  return words.join(', ') || nothing;
}

/** A parameter's own unit, or the base unit of a derived value. */
function unitOf(name: string, {parameters, product}: Machinery): string {
  const parameter = parameters.get(name);
  if (parameter) return ('unit' in parameter && parameter.unit) || '';
  const type = product.derived.find(({id}) => id === name)?.formula.type;
  return type?.kind === 'number' ? formatUnit(type.dimension) : '';
}
