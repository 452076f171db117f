import {LitElement, type CSSResultGroup, type CSSResultOrNative} from 'lit';
import {TwikError} from '../core/error.js';
import {baseStyles} from './base-styles.js';
import {errorDetail} from './error-detail.js';
import type {TwikEventDetails} from './events.js';
import type {LateModule, LatePart} from './late-part.js';
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
    // Of what Lit does not know.
    if (before !== after) this.requestUpdate();
  }

  /** What the next rendering needs of what comes later; `null` for nothing. */
  protected get latePart(): LatePart | null {
    return null;
  }

  /** An update waits for its sentences, for nobody shall read English first in another language, and for its late part. */
  protected override async scheduleUpdate(): Promise<void> {
    // Without sentences there is English; whoever loads the product tells the page.
    await loadMessages(this.locale)?.catch(() => undefined);
    const part = this.latePart;
    // No waiting for what is there: between this question and the update the answer must not change.
    if (part && !part.module) await this.#load(part);
    if (part?.module) this.#adopt(part.module);
    await super.scheduleUpdate();
  }

  async #load(part: LatePart): Promise<void> {
    try {
      await part.load();
    } catch (cause) {
      const message = `A part of <${this.localName}> could not be loaded. Serve all files of Twik from one folder.`;
      this.emitError(new TwikError('part-unreachable', message, {cause}));
    }
  }

  #adopt({styles}: LateModule): void {
    const sheets = this.shadowRoot?.adoptedStyleSheets;
    for (const {styleSheet} of [styles].flat()) {
      if (styleSheet && sheets?.includes(styleSheet) === false) sheets.push(styleSheet);
    }
  }

  /** Dispatches one of Twik's events: it bubbles, leaves shadow roots, and is `false` when the page prevented its default. */
  protected emit<Name extends keyof TwikEventDetails>(
    name: Name,
    detail: TwikEventDetails[Name],
    {cancelable = false}: {cancelable?: boolean} = {},
  ): boolean {
    return this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true, cancelable}));
  }

  /** Tells the page of an error, by `configuration-error`. */
  protected emitError(error: TwikError): void {
    this.emit('configuration-error', errorDetail(error));
  }
}
