import type {
  BooleanParameter,
  ChoiceParameter,
  ChoicesParameter,
  ColorParameter,
  Value,
} from '../../core/product/parameter.js';
import {alternativesOf, type Alternative} from './alternatives.js';
import {TwikControl, type ControlContext} from './control.js';
import {isPossible} from './checks.js';
import {priceDifference} from './price-difference.js';

/** A parameter whose values, or some of them, can be listed. */
export type ListedParameter = ChoiceParameter | ChoicesParameter | BooleanParameter | ColorParameter;

/** An alternative together with how it stands now. */
export interface Offer extends Alternative {
  readonly key: string;
  readonly isSelected: boolean;
  readonly isBarred: boolean;
  /** Whether it is still being found out if it is barred. */
  readonly isUnchecked: boolean;
  /** What picking it changes in the price, or `''`. */
  readonly difference: string;
}

/** The base of controls that offer alternatives, whatever they look like. */
export abstract class OfferControl extends TwikControl<ListedParameter> {
  /** As they were last shown; worked out once per update. @internal */
  offers: readonly Offer[] = [];

  override render(): unknown {
    const context = this.context;
    this.offers = context?.state.isActive ? this.#offersIn(context) : [];
    return super.render();
  }

  /** Asks for an alternative, or for a list of options with or without it. @internal */
  pick(offer: Offer): void {
    const context = this.context;
    if (!context) return;
    const {parameter, state} = context;
    // No engine is needed to count, and no pick given up would help.
    this.problem = this.#countProblem(offer, context);
    if (!this.problem) this.set(valueAfterPick(parameter, state.value, offer));
  }

  /** @internal */
  barredBecause(offer: Offer, context: ControlContext<ListedParameter>): string {
    const {parameter, state} = context;
    return this.#countProblem(offer, context) || this.reason(context, valueAfterPick(parameter, state.value, offer));
  }

  #countProblem({isSelected}: Offer, {parameter, state}: ControlContext<ListedParameter>): string {
    if (parameter.kind !== 'choices') return '';
    const count = Array.isArray(state.value) ? state.value.length : 0;
    if (isSelected) return count <= parameter.min ? this.msg('control.at-least', {count: parameter.min}) : '';
    return count >= parameter.max ? this.msg('control.at-most', {count: parameter.max}) : '';
  }

  #offersIn(context: ControlContext<ListedParameter>): readonly Offer[] {
    const {configuration, state, parameter} = context;
    const {product} = configuration;
    const alternatives = alternativesOf(parameter, this.locale, product.defaultLocale);
    const values = Array.isArray(state.value) ? state.value : [state.value];
    const isMultiple = parameter.kind === 'choices';
    // An open parameter has a value too, the engine's; nobody has picked it.
    const selected = state.isOpen ? [] : alternatives.filter(({value}) => values.includes(value));
    const instead = isMultiple ? null : (selected[0]?.price ?? null);
    const currency = product.price?.currency ?? null;
    return alternatives.map((alternative, index) => {
      const isSelected = selected.includes(alternative);
      const isSettled = isSelected && !isMultiple;
      const wanted = valueAfterPick(parameter, state.value, alternative);
      const answer = isSettled || isPossible(this, configuration, this.path, wanted);
      return {
        ...alternative,
        key: String(index),
        isSelected,
        isBarred: answer === false,
        isUnchecked: answer === undefined,
        difference: isSettled ? '' : priceDifference(alternative.price, instead, currency, this.locale),
      };
    });
  }
}

function valueAfterPick(parameter: ListedParameter, value: Value, {value: picked}: Alternative): Value {
  if (parameter.kind !== 'choices') return picked;
  const before = Array.isArray(value) ? value : [];
  const isIn = before.includes(picked);
  return parameter.options.map(({id}) => id).filter((id) => (id === picked ? !isIn : before.includes(id)));
}
