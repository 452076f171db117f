import {css, html, nothing, type TemplateResult} from 'lit';
import type {BooleanParameter, Parameter} from '../../core/product/parameter.js';
import {TwikControl, type ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {isPossible} from './checks.js';

/**
 * A yes-or-no parameter as a switch.
 *
 * @summary Yes or no.
 * @tagname twik-switch
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart switch - The switch.
 * @csspart reason - The tooltip that says why it cannot be switched.
 */
export class TwikSwitch extends TwikControl<BooleanParameter> {
  static override styles = [
    controlStyles,
    css`
      #name {
        cursor: pointer;
      }
      .switch {
        position: relative;
        flex: none;
        width: 52px;
        height: 44px;
        margin: 0;
        padding: 0;
        border: 0;
        border-radius: 16px;
        background: none;
        -webkit-tap-highlight-color: transparent;
      }
      .track {
        display: block;
        width: 52px;
        height: 32px;
        padding: 4px;
        border-radius: 16px;
        background: var(--_twik-border-strong);
        transition: background-color var(--_twik-duration);
      }
      .thumb {
        display: block;
        width: 24px;
        height: 24px;
        border-radius: 50%;
        background: var(--_twik-surface);
        box-shadow: 0 1px 3px rgb(0 0 0 / 0.25);
        transition:
          margin var(--_twik-duration),
          background-color var(--_twik-duration);
      }
      [aria-checked='true'] .track {
        background: var(--_twik-accent);
      }
      [aria-checked='true'] .thumb {
        margin-inline-start: 20px;
        background: var(--_twik-on-accent);
      }
      .switch:focus-visible {
        outline: none;
      }
      .switch:focus-visible .track {
        outline: 2px solid var(--_twik-focus);
        outline-offset: 2px;
      }
      [aria-disabled='true'] .track {
        opacity: 0.45;
      }
      @media (hover: hover) {
        .switch:hover:not([aria-checked='true'], [aria-disabled='true']) .track {
          background: var(--_twik-text-muted);
        }
      }
      @media (forced-colors: active) {
        .track {
          border: 1px solid ButtonText;
          background: Canvas;
          padding: 3px;
          forced-color-adjust: none;
        }
        .thumb {
          background: ButtonText;
          box-shadow: none;
        }
        [aria-checked='true'] .track {
          border-color: Highlight;
          background: Highlight;
        }
        [aria-checked='true'] .thumb {
          background: HighlightText;
        }
      }
    `,
  ];

  protected override readonly labels = 'switch';

  protected override fits(parameter: Parameter): parameter is BooleanParameter {
    return parameter.kind === 'boolean';
  }

  protected override renderAside(context: ControlContext<BooleanParameter>): TemplateResult {
    const {configuration, state} = context;
    const isBarred = isPossible(this, configuration, this.path, state.value !== true) === false;
    return html`
      <button
        id="switch"
        class="switch"
        part="switch"
        type="button"
        role="switch"
        aria-checked=${state.value === true}
        aria-disabled=${isBarred ? 'true' : nothing}
        aria-describedby=${this.describedBy(context, ...(this.#reasonIn(context) ? ['reason'] : [])) || nothing}
        data-option="switch"
        data-focus
        @click=${() => this.set(state.value !== true)}
      >
        <span class="track"><span class="thumb"></span></span>
      </button>
    `;
  }

  protected override renderControl(context: ControlContext<BooleanParameter>): TemplateResult {
    return html`<div class="box">${this.renderReason(this.#reasonIn(context))}</div>`;
  }

  #reasonIn(context: ControlContext<BooleanParameter>): string {
    return this.pointed.current === null ? '' : this.reason(context, context.state.value !== true);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-switch': TwikSwitch;
  }
}
