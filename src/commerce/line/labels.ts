import {formatValue} from '../../core/text/format-value.js';
import {localize} from '../../core/text/localize.js';
import type {ConfiguredLine} from './configured-line.js';

/** One choice as people read it. */
export interface Label {
  readonly parameter: string;
  /** No two labels of a line have the same. */
  readonly name: string;
  readonly value: string;
}

/** What was chosen, in the language of the line and the order of the product. What is open or absent is left out. */
export function labelsOf({product, configuration, locale, words}: ConfiguredLine): Label[] {
  const {defaultLocale, parameters} = product;
  const spoken = {yes: words?.yes ?? 'Yes', no: words?.no ?? 'No', none: ''};
  const taken = new Set<string>();
  return parameters.flatMap((parameter) => {
    const chosen = configuration.values[parameter.id] ?? null;
    const value = formatValue(parameter, chosen, {locale, defaultLocale, words: spoken});
    if (value === '') return [];
    const name = unlike(taken, localize(parameter.name, locale, defaultLocale));
    taken.add(name);
    return [{parameter: parameter.id, name, value}];
  });
}

/** All of it in one text, for shops that have one field only. */
export function summaryOf(line: ConfiguredLine): string {
  return labelsOf(line)
    .map(({name, value}) => `${name}: ${value}`)
    .join('; ');
}

/** Carts keep properties by name: the second of two equal ones would replace the first. */
function unlike(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}
