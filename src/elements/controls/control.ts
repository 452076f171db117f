import {html, nothing, type CSSResultGroup, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Configuration, ParameterState} from '../../core/configuration/configuration.js';
import type {ConfigurationRequest, RequestResult} from '../../core/configuration/request.js';
import type {Parameter, Value} from '../../core/product/parameter.js';
import type {Text} from '../../core/text/text.js';
import {localize} from '../../core/text/localize.js';
import {ConfigurationController} from '../configuration-controller.js';
import {resetIcon} from '../icons.js';
import type {LatePart} from '../late-part.js';
import {msg, type MessageValues} from '../messages.js';
import type {MessageCode} from '../messages/en.js';
import {requestChange} from '../request-change.js';
import {TwikElement} from '../twik-element.js';
import {controlStyles} from './control-styles.js';
import type {Gesture} from './gesture.js';
import {isPossible} from './checks.js';
import {PointedOption} from './pointed-option.js';
import {reasonFor} from './reason.js';

/** What a control has at hand while it renders. */
export interface ControlContext<Kind extends Parameter = Parameter> {
  readonly configuration: Configuration;
  readonly state: ParameterState;
  readonly parameter: Kind;
}

/**
 * The base of all controls: one parameter of one configuration, its name, its state in words and the way back to the
 * default. A control holds no value of its own beyond what is being typed or dragged; it asks, and shows what is.
 */
export abstract class TwikControl<Kind extends Parameter = Parameter> extends TwikElement {
  static override styles: CSSResultGroup = controlStyles;

  /** Set it where the control stands outside a configurator. */
  @property({attribute: false}) configuration: Configuration | null = null;

  /** Id of a configurator in the same document or shadow root. Empty means the one around the control. */
  @property() for = '';

  /** Id of the parameter. */
  @property() path = '';

  /** What is wrong with what was typed or asked, in words. @internal */
  @state() problem = '';

  /** Id of the one field that the name labels, where there is one. */
  protected readonly labels: string | null = null;

  /** @internal */
  readonly pointed = new PointedOption(this);
  readonly #connection = new ConfigurationController(this, {
    onConnect: () => (this.problem = ''),
    onChange: ({changed}) => {
      if (changed.some(({path}) => path === this.path)) this.problem = '';
    },
  });

  /** Whether the control can show this parameter. */
  protected abstract fits(parameter: Parameter): parameter is Kind;

  /** Everything below the name. */
  protected abstract renderControl(context: ControlContext<Kind>): unknown;

  /** What stands at the end of the line with the name. */
  protected renderAside?(context: ControlContext<Kind>): unknown;

  /** The value in words beside the name, where the control itself does not say it. */
  protected valueText?(context: ControlContext<Kind>): string;

  /** The late part that the control of this parameter needs. */
  protected latePartFor?(context: ControlContext<Kind>): LatePart | null;

  protected override get latePart(): LatePart | null {
    // Asked before controllers hear of the update: by now the configuration may be another one.
    this.#connection.hostUpdate();
    const {context} = this;
    return (context?.state.isActive && this.latePartFor?.(context)) || null;
  }

  /** The parameter as it stands; `null` while there is no configuration or the parameter is not in it. @internal */
  get context(): ControlContext<Kind> | null {
    const {configuration} = this.#connection;
    const {path} = this;
    if (!configuration?.product.parameters.some(({id}) => id === path)) return null;
    const state = configuration.parameter(path);
    return this.fits(state.parameter) ? {configuration, state, parameter: state.parameter} : null;
  }

  /** Asks for a change in the shopper's name. What comes of it is shown; a conflict is the configurator's to solve. @internal */
  ask(request: ConfigurationRequest, gesture?: Gesture): RequestResult | null {
    const {configuration} = this.#connection;
    if (!configuration) return null;
    const result = requestChange(this, configuration, request, gesture && {gesture: gesture.name});
    if (result.kind === 'refused') this.problem = this.msg('control.refused');
    // The control goes back to what is.
    if (result.kind !== 'applied') this.requestUpdate();
    return result;
  }

  /** @internal */
  set(value: Value, gesture?: Gesture): RequestResult | null {
    return this.ask({kind: 'set', parameter: this.path, value}, gesture);
  }

  /** @internal */
  msg(code: MessageCode, values: MessageValues = {}): string {
    return msg(code, values, this.locale);
  }

  /** @internal */
  text(text: Text | null, {configuration}: ControlContext<Kind>): string {
    return text === null ? '' : localize(text, this.locale, configuration.product.defaultLocale);
  }

  /** Why the value somebody points at cannot be had; `''` when it can. @internal */
  reason({configuration}: ControlContext<Kind>, value: Value): string {
    const answer = isPossible(this, configuration, this.path, value);
    if (answer === undefined) return this.msg('control.unchecked');
    return answer ? '' : reasonFor(configuration, this.path, value, this.locale);
  }

  /** Puts the focus where the value is changed. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('[data-focus]');
    target?.focus(options);
  }

  override render(): unknown {
    const {configuration} = this.#connection;
    if (!configuration) return nothing;
    const context = this.context;
    if (!context) return html`<p class="problem">${this.msg('control.unknown', {path: this.path})}</p>`;
    if (!context.state.isActive) return nothing;
    const description = this.text(context.parameter.description, context);
    return html`
      <div class="head" part="head">
        <div class="words">
          <span class="title">${this.#renderName(context)}${this.#renderNote(context)}</span>
          ${description ? html`<p id="description" class="description" part="description">${description}</p>` : nothing}
        </div>
        ${this.#renderReset(context)}${this.renderAside?.(context)}
      </div>
      ${this.renderControl(context)}
      <p id="problem" class="problem" part="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
    `;
  }

  #renderName(context: ControlContext<Kind>): TemplateResult {
    const name = this.text(context.parameter.name, context);
    return this.labels === null
      ? html`<span id="name" part="name">${name}</span>`
      : html`<label id="name" part="name" for=${this.labels}>${name}</label>`;
  }

  #renderNote(context: ControlContext<Kind>): TemplateResult {
    const {isOpen, origin} = context.state;
    if (isOpen) return html`<span id="note" class="open" part="open">${this.msg('control.open')}</span>`;
    const value = this.valueText?.(context);
    return html`
      ${value ? html`<bdi class="value" part="value">${value}</bdi>` : nothing}
      ${
        origin === 'rule'
          ? html`<span id="note" class="by-rule" part="by-rule">${this.msg('summary.by-rule')}</span>`
          : nothing
      }
    `;
  }

  #renderReset(context: ControlContext<Kind>): unknown {
    const {origin} = context.state;
    if (origin !== 'user' && origin !== 'restored') return nothing;
    const label = this.msg('control.reset', {name: this.text(context.parameter.name, context)});
    return html`
      <button class="reset" part="reset" type="button" aria-label=${label} title=${label} @click=${this.#onReset}>
        ${resetIcon}
      </button>
    `;
  }

  readonly #onReset = (): void => {
    const result = this.ask({kind: 'clear', parameter: this.path});
    // The button goes away with the pick, and must not take the focus with it.
    if (result?.kind === 'applied') this.focus();
  };

  /** What is wrong and what is told about the control, as ids for `aria-describedby`. @internal */
  describedBy({parameter, state}: ControlContext<Kind>, ...more: readonly string[]): string {
    const ids = [...more];
    if (parameter.description !== null) ids.push('description');
    if (state.isOpen || state.origin === 'rule') ids.push('note');
    if (this.problem) ids.push('problem');
    return ids.join(' ');
  }

  /** The tooltip with the reason; to stand in a positioned box together with the options. @internal */
  renderReason(reason: string): TemplateResult {
    return html`
      <div id="reason" class="reason" part="reason" role="tooltip" ?hidden=${!reason}><span>${reason}</span></div>
    `;
  }
}
