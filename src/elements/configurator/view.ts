import {html, nothing, type TemplateResult} from 'lit';
import type {Configuration, RestoreReport} from '../../core/configuration/configuration.js';
import type {TwikError} from '../../core/error.js';
import {localize} from '../../core/text/localize.js';
import {formatValue} from '../format.js';
import {chevronIcon, closeIcon} from '../icons.js';
import {errorMessage, msg} from '../messages.js';
import {exportedParts} from './exported-parts.js';
import type {PageContent} from './page-content.js';
import type {LoadState} from './product-load.js';

/** What the view of a configurator depends on. */
export interface ConfiguratorView {
  readonly state: LoadState;
  readonly locale: string;
  /** How `<twik-options>` shows the groups. */
  readonly mode: 'accordion' | 'steps' | 'all';
  /** What the page has put in place of something of Twik's. */
  readonly content: PageContent;
  /** What a link could not bring back; `null` once it was read. */
  readonly report: RestoreReport | null;
  /** Why the page's link could not be opened at all, until it was read. */
  readonly damagedLink: TwikError | null;
  /** For screen readers: what has just happened. */
  readonly announcement: string;
  onRetry(): void;
  onDismiss(): void;
}

/** The default layout, each region in a slot. */
export function configuratorView(view: ConfiguratorView): TemplateResult | typeof nothing {
  const {state, locale, mode} = view;
  if (state.kind === 'empty') return html`<slot></slot>`;
  if (state.kind === 'failed') return failure(state.error, view);
  const configuration = state.kind === 'ready' ? state.configuration : null;
  const hasScene = configuration === null || configuration.product.scene !== null;
  const {hasViewer, controlSlots} = view.content;
  const hasStage = hasScene || hasViewer;
  const tools = html`<div class="tools" part="tools">
    <slot name="tools"
      ><twik-actions actions="undo redo reset share" exportparts=${exportedParts.actions}></twik-actions
    ></slot>
  </div>`;
  return html`
    <div class="frame ${hasStage ? '' : 'bare'}" part="frame" aria-busy=${configuration ? 'false' : 'true'}>
      <div class="stage" part="stage" ?hidden=${!hasStage}>
        <slot name="viewer">
          ${
            hasScene && !hasViewer
              ? html`<twik-viewer
                  part="viewer"
                  exportparts=${exportedParts.viewer}
                  alt=${nameOf(configuration, locale)}
                ></twik-viewer>`
              : nothing
          }
        </slot>
        ${hasStage ? tools : nothing}
      </div>
      <div class="panel" part="panel">
        <slot name="header">${header(configuration, locale)}</slot>
        ${hasStage ? nothing : tools} ${configuration ? notice(configuration, view) : nothing}
        <slot name="options">
          <twik-options part="options" exportparts=${exportedParts.options} mode=${mode}>
            ${controlSlots.map((name) => html`<slot name=${name} slot=${name}></slot>`)}
          </twik-options>
        </slot>
        <slot name="summary">
          <details class="summary" part="summary" ?hidden=${!configuration}>
            <summary>${msg('configurator.summary', {}, locale)}${chevronIcon}</summary>
            <twik-summary exportparts=${exportedParts.summary}></twik-summary>
          </details>
        </slot>
        <slot></slot>
        <slot name="footer"></slot>
        <div class="bar" part="bar" ?hidden=${!configuration}>
          <slot name="price"
            ><twik-price part="price" exportparts=${exportedParts.price} details="above"></twik-price
          ></slot>
          <slot name="actions"
            ><twik-actions actions="save" part="actions" exportparts=${exportedParts.actions}></twik-actions
          ></slot>
        </div>
      </div>
    </div>
    <twik-conflict exportparts=${exportedParts.conflict}></twik-conflict>
    <p class="visually-hidden" role="status">${view.announcement}</p>
  `;
}

function header(configuration: Configuration | null, locale: string): TemplateResult {
  if (!configuration) {
    return html`<p class="loading" role="status">${msg('configurator.loading', {}, locale)}</p>
      <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
  }
  const {description, defaultLocale} = configuration.product;
  return html`<div class="header" part="header">
    <h2 part="name">${nameOf(configuration, locale)}</h2>
    ${description === null ? nothing : html`<p part="description">${localize(description, locale, defaultLocale)}</p>`}
  </div>`;
}

function nameOf(configuration: Configuration | null, locale: string): string {
  return configuration ? localize(configuration.product.name, locale, configuration.product.defaultLocale) : '';
}

/** What a link could not bring back, in words. */
function notice(configuration: Configuration, view: ConfiguratorView): TemplateResult | typeof nothing {
  const {report, damagedLink, locale, onDismiss} = view;
  const {gone = [], conflicting = []} = report ?? {};
  const {defaultLocale} = configuration.product;
  const words = conflicting.map(({parameter: path, value}) => {
    const {parameter} = configuration.parameter(path);
    const name = localize(parameter.name, locale, defaultLocale);
    return html`<li>${name}: ${formatValue(parameter, value, locale, defaultLocale)}</li>`;
  });
  if (!damagedLink && gone.length + words.length === 0) return nothing;
  return html`<div class="notice" part="notice" role="status">
    <div>
      ${damagedLink ? html`<p>${errorMessage(damagedLink, locale)}</p>` : nothing}
      ${gone.length > 0 ? html`<p>${msg('configurator.gone', {count: gone.length}, locale)}</p>` : nothing}
      ${
        words.length > 0
          ? html`<p>${msg('configurator.suspended', {count: words.length}, locale)}</p>
              <ul>
                ${words}
              </ul>`
          : nothing
      }
    </div>
    <button class="button icon" type="button" aria-label=${msg('configurator.dismiss', {}, locale)} @click=${onDismiss}>
      ${closeIcon}
    </button>
  </div>`;
}

function failure(error: TwikError, {locale, onRetry}: ConfiguratorView): TemplateResult {
  const words = errorMessage(error, locale);
  return html`<div class="failure" part="error" role="alert">
    <p class="title">${msg('configurator.failed', {}, locale)}</p>
    <p>${words}</p>
    <button class="button" type="button" @click=${onRetry}>${msg('configurator.retry', {}, locale)}</button>
    <p class="detail"><code>${error.code}</code> ${words === error.message ? nothing : error.message}</p>
  </div>`;
}
