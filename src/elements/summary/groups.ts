import type {Configuration, ParameterState} from '../../core/configuration/configuration.js';
import {localize} from '../../core/text/localize.js';
import {msg} from '../messages.js';

/** What a group of the product holds at present. */
export interface SummaryGroup {
  /** `''` when the product has no groups. */
  readonly name: string;
  readonly states: readonly ParameterState[];
}

/** The active parameters by group, in the product's order; those of no group come first. Empty groups are left out. */
export function groupsOf(configuration: Configuration, locale: string): SummaryGroup[] {
  const {parameters, groups, defaultLocale} = configuration.product;
  const active = parameters.map(({id}) => configuration.parameter(id)).filter(({isActive}) => isActive);
  const statesOf = (group: string | null) => active.filter(({parameter}) => parameter.group === group);
  return [
    {name: groups.length > 0 ? msg('summary.general', {}, locale) : '', states: statesOf(null)},
    ...groups.map(({id, name}) => ({name: localize(name, locale, defaultLocale), states: statesOf(id)})),
  ].filter(({states}) => states.length > 0);
}
