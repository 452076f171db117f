import {attempt} from '../../core/configuration/attempt.js';
import type {Configuration} from '../../core/configuration/configuration.js';
import {TwikError} from '../../core/error.js';
import type {Value} from '../../core/product/parameter.js';
import {localize} from '../../core/text/localize.js';
import {formatValue} from '../format.js';
import {msg} from '../messages.js';
import {explain} from './checks.js';

/** Picks beyond these make the sentence longer, not clearer. */
const maxPicks = 3;

/** Why a value cannot be had as things stand: in the rule's words where it has any, else by naming what stands against it. */
export function reasonFor(configuration: Configuration, path: string, value: Value, locale: string): string {
  const {product} = configuration;
  const cause = attempt(() => explain(configuration, path, value));
  // Why may be too hard to find out, even where it is known that it cannot be.
  if (cause instanceof TwikError) return msg('control.barred', {}, locale);
  const {rules, picks} = cause;
  const sentences = new Set<string>();
  for (const {message} of rules) {
    const sentence = message === null ? '' : localize(message, locale, product.defaultLocale);
    if (sentence) sentences.add(sentence);
  }
  if (sentences.size > 0) return [...sentences].join(' ');
  if (picks.length === 0) return msg('control.never', {}, locale);
  const named = picks.slice(0, maxPicks).map((pick) => {
    const {parameter} = configuration.parameter(pick.parameter);
    const name = localize(parameter.name, locale, product.defaultLocale);
    return `${name}: ${formatValue(parameter, pick.value, locale, product.defaultLocale)}`;
  });
  return msg('control.not-with', {picks: new Intl.ListFormat(locale).format(named)}, locale);
}
