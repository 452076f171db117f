import type {Configuration, ParameterState} from '../../core/configuration/configuration.js';
import type {Product} from '../../core/product/product.js';
import {localize} from '../../core/text/localize.js';
import {formatValue} from '../format.js';
import {msg} from '../messages.js';

/** A group of the product as it stands. */
export interface Section {
  /** Id of the group; `''` for the parameters of no group. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The named view that shows what it is about, or `null`. */
  readonly view: string | null;
  /** Ids of all its parameters, active or not. */
  readonly parameters: readonly string[];
  /** Its active parameters. */
  readonly states: readonly ParameterState[];
  /** How many of them still have to be decided. */
  readonly openCount: number;
}

/** The groups that hold something at present, in the product's order; what belongs to none comes first. */
export function sectionsOf(configuration: Configuration, locale: string): readonly Section[] {
  const {parameters, groups, defaultLocale} = configuration.product;
  const section = (id: string, name: string, description: string, view: string | null): Section => {
    const own = parameters.filter(({group}) => (group ?? '') === id).map((parameter) => parameter.id);
    const states = own.map((path) => configuration.parameter(path)).filter(({isActive}) => isActive);
    return {
      id,
      name,
      description,
      view,
      parameters: own,
      states,
      openCount: states.filter(({isOpen}) => isOpen).length,
    };
  };
  return [
    section('', msg('summary.general', {}, locale), '', null),
    ...groups.map(({id, name, description, view}) =>
      section(
        id,
        localize(name, locale, defaultLocale),
        description === null ? '' : localize(description, locale, defaultLocale),
        view,
      ),
    ),
  ].filter(({states}) => states.length > 0);
}

/** Ids of all sections that a product can have, in its order. */
export function sectionIds({groups}: Product): readonly string[] {
  return ['', ...groups.map(({id}) => id)];
}

/** What is chosen in a section, in a few words: `800 mm · 3 · Oak`. */
export function summaryOf({states}: Section, locale: string, defaultLocale: string): string {
  return (
    states
      // Yes, no and colour codes say nothing without the name.
      .filter(({parameter: {kind}}) => kind !== 'boolean' && kind !== 'color')
      .filter(({value, isOpen}) => !isOpen && value !== null && value !== '')
      .filter(({value}) => !Array.isArray(value) || value.length > 0)
      .map(({parameter, value}) => formatValue(parameter, value, locale, defaultLocale))
      .join(' · ')
  );
}
