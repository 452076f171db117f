import {LitElement, type CSSResult, type CSSResultGroup, type CSSResultOrNative} from 'lit';
import {baseStyles} from './base-styles.js';
import type {TwikEventDetails} from './events.js';
import {loadMessages} from './load-messages.js';
import {nearestLocale} from './nearest-locale.js';
import {theme} from './theme.js';
import {version} from './version.js';

/** The base of all elements: theme, locale and typed events. */
export abstract class TwikElement extends LitElement {
  /** The version of Twik that the class belongs to. */
  static readonly version = version;

  #locale = '';

  /** @internal */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** @internal */
  static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [...super.finalizeStyles([theme, baseStyles]), ...super.finalizeStyles(styles)];
  }

  /** The BCP 47 tag of the language it speaks: the one set here, else the nearest `lang` above it, else the browser's. */
  get locale(): string {
    return this.#locale || nearestLocale(this);
  }

  set locale(locale: string) {
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (name === 'lang') this.requestUpdate();
  }

  /** Nobody shall read English first where another language is spoken: the update waits for its sentences. */
  protected override async scheduleUpdate(): Promise<void> {
    // Without them there is English; whoever loads the product tells the page.
    await loadMessages(this.locale)?.catch(() => undefined);
    await super.scheduleUpdate();
  }

  /** Adds a sheet that has come later than the class. */
  protected addStyles({styleSheet}: CSSResult): void {
    const sheets = this.shadowRoot?.adoptedStyleSheets;
    if (styleSheet && sheets?.includes(styleSheet) === false) sheets.push(styleSheet);
  }

  /** Dispatches one of Twik's events: it bubbles, leaves shadow roots, and is `false` when the page prevented its default. */
  protected emit<Name extends keyof TwikEventDetails>(
    name: Name,
    detail: TwikEventDetails[Name],
    {cancelable = false}: {cancelable?: boolean} = {},
  ): boolean {
    return this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true, cancelable}));
  }
}
