import {html, nothing, type TemplateResult} from 'lit';
import type {BooleanParameter, ChoiceParameter, ChoicesParameter, Parameter, Value} from '../../core/product/parameter.js';
import {alternativesOf, type Alternative} from './alternatives.js';
import {TwikControl, type ControlContext} from './control.js';
import {itemByKey} from './item-by-key.js';
import {isPossible} from './memo-by-revision.js';
import {priceDifference} from './price-difference.js';

/** A parameter whose values can be listed. */
export type ListedParameter = ChoiceParameter | ChoicesParameter | BooleanParameter;

/** An alternative together with how it stands now. */
export interface Offer extends Alternative {
  readonly key: string;
  readonly isSelected: boolean;
  readonly isBarred: boolean;
  /** What picking it changes in the price, or `''`. */
  readonly difference: string;
}

/**
 * The base of controls that lay all alternatives out. One of many is a group of radio buttons, any number a group of
 * check boxes. Barred ones can be reached, say why, and may be asked for: the configurator then offers a way.
 */
export abstract class ChoiceControl extends TwikControl<ListedParameter> {
  /** As they were last shown; worked out once per update. @internal */
  protected offers: readonly Offer[] = [];

  /** What is inside the button of one alternative. */
  protected abstract renderOffer(offer: Offer, context: ControlContext<ListedParameter>): TemplateResult;

  /** Class of the box around the buttons, by which a control lays them out. */
  protected abstract layout(offers: readonly Offer[]): string;

  protected override fits(parameter: Parameter): parameter is ListedParameter {
    return parameter.kind === 'choice' || parameter.kind === 'choices' || parameter.kind === 'boolean';
  }

  override render(): unknown {
    const context = this.context;
    this.offers = context?.state.isActive ? this.#offersIn(context) : [];
    return super.render();
  }

  protected override renderControl(context: ControlContext<ListedParameter>): TemplateResult {
    const {parameter} = context;
    const {offers} = this;
    const isMultiple = parameter.kind === 'choices';
    const pointed = offers.find(({key}) => key === this.pointed.current);
    const reason = pointed?.isBarred ? this.#reasonOf(pointed, context) : '';
    const tabStop = this.pointed.focused ?? (offers.find(({isSelected}) => isSelected) ?? offers[0])?.key;
    return html`
      <div class="box">
        <div
          class="options ${this.layout(offers)}"
          part="options"
          role=${isMultiple ? 'group' : 'radiogroup'}
          aria-labelledby="name"
          aria-describedby=${this.describedBy(context) || nothing}
          @keydown=${isMultiple ? nothing : this.#onKeyDown}
        >
          ${offers.map(
            (offer) => html`
              <button
                class="option"
                part="option ${offer.isSelected ? 'selected' : ''} ${offer.isBarred ? 'barred' : ''}"
                type="button"
                role=${isMultiple ? 'checkbox' : 'radio'}
                aria-label=${offer.name + (offer.difference ? `, ${offer.difference}` : '')}
                aria-checked=${offer.isSelected}
                aria-disabled=${offer.isBarred ? 'true' : nothing}
                aria-describedby=${offer === pointed && reason ? 'reason' : nothing}
                tabindex=${isMultiple || offer.key === tabStop ? '0' : '-1'}
                data-option=${offer.key}
                ?data-focus=${offer.key === tabStop}
                @click=${() => this.pick(offer)}
              >
                ${this.renderOffer(offer, context)}
              </button>
            `,
          )}
        </div>
        ${this.renderReason(reason)}
      </div>
    `;
  }

  #offersIn({configuration, state, parameter}: ControlContext<ListedParameter>): readonly Offer[] {
    const {product} = configuration;
    const {path} = this;
    const alternatives = alternativesOf(parameter, this.locale, product.defaultLocale);
    const isSelected = ({value}: Alternative): boolean =>
      Array.isArray(state.value) ? state.value.includes(value) : state.value === value;
    const selected = state.isOpen ? [] : alternatives.filter(isSelected);
    const instead = parameter.kind === 'choices' ? null : (selected[0]?.price ?? null);
    return alternatives.map((alternative, index) => {
      const isChosen = selected.includes(alternative);
      const wanted = valueAfterPick(parameter, state.value, alternative);
      return {
        ...alternative,
        key: String(index),
        isSelected: isChosen,
        isBarred: (parameter.kind === 'choices' || !isChosen) && !isPossible(configuration, path, wanted),
        difference:
          isChosen && parameter.kind !== 'choices'
            ? ''
            : priceDifference(alternative.price, instead, product.price?.currency ?? null, this.locale),
      };
    });
  }

  /** Asks for an alternative, or for a list of options with or without it. */
  protected pick(offer: Offer): void {
    const context = this.context;
    if (!context) return;
    const {parameter, state} = context;
    // No engine is needed to count, and no pick given up would help.
    if (parameter.kind === 'choices' && this.#isFull(parameter, state.value, offer)) {
      this.problem = this.msg('control.at-most', {count: parameter.max});
      return;
    }
    this.set(valueAfterPick(parameter, state.value, offer));
  }

  #isFull(parameter: ChoicesParameter, value: Value, offer: Offer): boolean {
    return !offer.isSelected && Array.isArray(value) && value.length >= parameter.max;
  }

  #reasonOf(offer: Offer, context: ControlContext<ListedParameter>): string {
    const {parameter, state} = context;
    if (parameter.kind === 'choices') {
      if (this.#isFull(parameter, state.value, offer)) return this.msg('control.at-most', {count: parameter.max});
      if (offer.isSelected && Array.isArray(state.value) && state.value.length <= parameter.min) {
        return this.msg('control.at-least', {count: parameter.min});
      }
    }
    return this.reason(context, valueAfterPick(parameter, state.value, offer));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=radio]')];
    const from = buttons.find((button) => button.dataset['option'] === this.pointed.focused);
    const to = from && itemByKey(event, buttons, from);
    if (!to) return;
    event.preventDefault();
    to.focus();
    const offer = this.offers.find(({key}) => key === to.dataset['option']);
    // Walking past a barred option must not open a dialog: Space or Enter asks for it.
    if (offer && !offer.isBarred && !offer.isSelected) this.pick(offer);
  };
}

function valueAfterPick(parameter: ListedParameter, value: Value, {value: picked}: Alternative): Value {
  if (parameter.kind !== 'choices') return picked;
  const before = Array.isArray(value) ? value : [];
  const isIn = before.includes(picked);
  return parameter.options.map(({id}) => id).filter((id) => (id === picked ? !isIn : before.includes(id)));
}
