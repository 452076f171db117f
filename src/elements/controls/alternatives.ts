import type {Parameter} from '../../core/product/parameter.js';
import {localize} from '../../core/text/localize.js';
import {msg} from '../messages.js';
import {freeColor} from './late-fields.js';

/** One of the things a control offers to be picked. */
export interface Alternative {
  /** The value it stands for; of a `choices` parameter, the one option. */
  readonly value: string | boolean | null;
  readonly name: string;
  readonly description: string;
  /** `#rrggbb`, or `null`. */
  readonly color: string | null;
  /** Relative to the product's base address, or `null`. */
  readonly image: string | null;
  /** In major units, or `null` where the option has none. */
  readonly price: string | null;
}

const bare = (value: string | boolean | null, name: string): Alternative => ({
  value,
  name,
  description: '',
  color: null,
  image: null,
  price: null,
});

/** What a person can pick for a parameter: its options, yes and no, and "none" where that is allowed. */
export function alternativesOf(parameter: Parameter, locale: string, defaultLocale: string): readonly Alternative[] {
  const nameOf = (color: string): string => freeColor.module?.colorName(color, locale) ?? color;
  const none = parameter.required ? [] : [bare(null, msg('none', {}, locale))];
  switch (parameter.kind) {
    case 'choice':
    case 'choices': {
      const options = parameter.options.map((option) => ({
        value: option.id,
        name: localize(option.name, locale, defaultLocale),
        description: option.description === null ? '' : localize(option.description, locale, defaultLocale),
        color: option.color,
        image: option.image,
        price: option.price,
      }));
      // Of several, none is simply nothing ticked.
      return parameter.kind === 'choices' ? options : [...none, ...options];
    }
    case 'boolean':
      return [...none, bare(true, msg('yes', {}, locale)), bare(false, msg('no', {}, locale))];
    case 'color':
      return [...none, ...parameter.swatches.map((color) => ({...bare(color, nameOf(color)), color}))];
    case 'integer':
    case 'number':
    case 'text':
      return none;
  }
}
