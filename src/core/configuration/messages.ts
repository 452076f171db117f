import {TwikError} from '../error.js';
import {formatUnit} from '../expression/dimension.js';
import type {RuntimeValue} from '../expression/value.js';
import {exactFromNumber, toDecimalString} from '../number/decimal.js';
import type {Parameter, Value} from '../product/parameter.js';
import {runtimeValueOf} from '../solver/formulas.js';
import {encodeValue} from '../solver/parameter-values.js';
import {interpolate} from '../text/interpolate.js';
import {localize} from '../text/localize.js';
import type {Text} from '../text/text.js';
import type {Machinery} from './machinery.js';

/** What stands for a value that is not there. */
const nothing = '–';

/**
 * Fills the `{name}` places of a rule's message with values: options by their names in the language of the sentence,
 * numbers with their unit. A message that is one text for all languages becomes one for each, if names differ.
 */
export function fillMessage(message: Text, machinery: Machinery, valueOf: (id: string) => Value): Text {
  const {product} = machinery;
  const fill = (locale: string): string =>
    interpolate(localize(message, locale, product.defaultLocale), (name) => wordOf(name, locale, machinery, valueOf));
  const templates = typeof message === 'string' ? [message] : Object.values(message);
  const locales = typeof message === 'string' ? localesOf(templates, machinery) : Object.keys(message);
  if (locales.length === 0) return fill(product.defaultLocale);
  return Object.fromEntries(locales.map((locale) => [locale, fill(locale)]));
}

/** The languages that the names of options have which a sentence can show. */
function localesOf(templates: readonly string[], {parameters}: Machinery): string[] {
  const locales = new Set<string>();
  for (const [, name = ''] of templates.join().matchAll(/\{(\w+)\}/g)) {
    const parameter = parameters.get(name);
    for (const {name: text} of parameter && 'options' in parameter ? parameter.options : []) {
      if (typeof text !== 'string') for (const locale of Object.keys(text)) locales.add(locale);
    }
  }
  return [...locales];
}

function wordOf(name: string, locale: string, machinery: Machinery, valueOf: (id: string) => Value): string {
  const parameter = machinery.parameters.get(name);
  if (!parameter) return derivedWord(name, machinery, valueOf);
  const value = valueOf(name);
  if (value === null) return nothing;
  switch (parameter.kind) {
    case 'choice':
    case 'choices': {
      const picked: readonly unknown[] = Array.isArray(value) ? value : [value];
      const names = parameter.options
        .filter(({id}) => picked.includes(id))
        .map((option) => localize(option.name, locale, machinery.product.defaultLocale));
      return names.join(', ') || nothing;
    }
    case 'integer':
    case 'number': {
      if (typeof value !== 'number') return nothing;
      return withUnit(toDecimalString(exactFromNumber(value)), parameter.unit);
    }
    case 'boolean':
      return value === true ? '✓' : nothing;
    case 'text':
    case 'color':
      return String(value);
  }
}

function derivedWord(name: string, machinery: Machinery, valueOf: (id: string) => Value): string {
  const {derived, parameters, product} = machinery;
  const type = product.derived.find(({id}) => id === name)?.formula.type;
  try {
    const scope = derived.scope((id) => runtimeOf(parameters.get(id), valueOf(id), machinery));
    return plainWord(scope(name), type?.kind === 'number' ? formatUnit(type.dimension) : null);
  } catch (error) {
    if (error instanceof TwikError) return nothing;
    throw error;
  }
}

function plainWord(value: RuntimeValue, unit: string | null): string {
  if (value === null || value === false) return nothing;
  if (value === true) return '✓';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || 'denominator' in value) return withUnit(toDecimalString(value, 2), unit);
  return value.join(', ') || nothing;
}

/** A value as formulas see it. */
function runtimeOf(parameter: Parameter | undefined, value: Value, {decided, model}: Machinery): RuntimeValue {
  const own = parameter && decided.get(parameter.id);
  const decision = own && model.decisions[own.decision];
  const indices = own && value !== null ? encodeValue(own.parameter, value) : null;
  if (!decision || !indices) return typeof value === 'string' ? value : null;
  return runtimeValueOf(decision, model, (variable) => indices[decision.variables.indexOf(variable)] ?? 0);
}

function withUnit(number: string, unit: string | null): string {
  return unit ? `${number} ${unit}` : number;
}
