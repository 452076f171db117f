import {fixtureSync, html} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {Configuration} from '../../../src/core/configuration/configuration.js';
import type {ConfigurationRequest} from '../../../src/core/configuration/request.js';
import type {Value} from '../../../src/core/product/parameter.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {TwikCards} from '../../../src/elements/controls/cards.js';
import {TwikColor} from '../../../src/elements/controls/color.js';
import {TwikNumber} from '../../../src/elements/controls/number.js';
import {TwikSelect} from '../../../src/elements/controls/select.js';
import {TwikSwatches} from '../../../src/elements/controls/swatches.js';
import {TwikSwitch} from '../../../src/elements/controls/switch.js';
import {TwikText} from '../../../src/elements/controls/text.js';
import type {TwikElement} from '../../../src/elements/twik-element.js';
import {shelf} from '../../support/products.js';

const controls = {
  'twik-swatches': TwikSwatches,
  'twik-cards': TwikCards,
  'twik-select': TwikSelect,
  'twik-number': TwikNumber,
  'twik-switch': TwikSwitch,
  'twik-text': TwikText,
  'twik-color': TwikColor,
};

/** Makes the controls known to the page, once. */
export function defineControls(): void {
  for (const [tag, control] of Object.entries(controls)) {
    if (!customElements.get(tag)) customElements.define(tag, control);
  }
}

export interface Opened<Control> {
  readonly control: Control;
  readonly configuration: Configuration;
  /** All requests that reached the configuration, in order. */
  readonly requests: ConfigurationRequest[];
  value(path?: string): Value;
}

/** A configuration of a product with these picks. */
export function configurationWith(picks: Readonly<Record<string, Value>> = {}, product: object = shelf): Configuration {
  const configuration = createConfiguration(parseProduct(product));
  for (const [parameter, value] of Object.entries(picks)) configuration.request({kind: 'set', parameter, value});
  return configuration;
}

/** A control of one parameter, in the page. */
export async function openControl<Tag extends keyof typeof controls>(
  tag: Tag,
  path: string,
  {
    picks = {},
    product = shelf,
    lang = 'en',
    dir = 'ltr',
  }: {
    picks?: Readonly<Record<string, Value>>;
    product?: object;
    lang?: string;
    dir?: 'ltr' | 'rtl';
  } = {},
): Promise<Opened<HTMLElementTagNameMap[Tag]>> {
  defineControls();
  const configuration = configurationWith(picks, product);
  const requests: ConfigurationRequest[] = [];
  const request = configuration.request.bind(configuration);
  configuration.request = (asked, options) => {
    requests.push(asked);
    return request(asked, options);
  };
  // `fixture` would wait for a frame, and a tab in the background gets none.
  const place = fixtureSync<HTMLElement>(html`<div lang=${lang} dir=${dir}></div>`);
  const control = document.createElement(tag);
  Object.assign(control, {configuration, path});
  place.append(control);
  await control.updateComplete;
  const value = (of = path): Value => configuration.parameter(of).value;
  return {control, configuration, requests, value};
}

/** A product of one parameter. */
export function productOf(parameter: object, more: object = {}): object {
  return {format: 1, id: 'one', version: '1', defaultLocale: 'en', name: 'One', parameters: [parameter], ...more};
}

/** The elements of a part, in order. */
export function parts(control: Element, name: string): HTMLElement[] {
  return [...(control.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])];
}

/** The one element of a part. */
export function part<Kind extends HTMLElement = HTMLElement>(control: Element, name: string): Kind {
  const [found] = parts(control, name);
  if (!found) throw new Error(`${control.localName} shows no part "${name}".`);
  return found as Kind;
}

/** The option with this name. */
export function option(control: Element, name: string): HTMLElement {
  const found = parts(control, 'option').find((each) => each.ariaLabel?.split(', ')[0] === name);
  if (!found) throw new Error(`${control.localName} offers no "${name}".`);
  return found;
}

/** Names of the options that are checked. */
export function checked(control: Element): (string | undefined)[] {
  return parts(control, 'option')
    .filter((each) => each.ariaChecked === 'true')
    .map((each) => each.ariaLabel?.split(', ')[0]);
}

/** What is read out with an element beside its name. */
export function descriptionOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => root.getElementById(id)?.textContent?.trim() ?? `(no #${id})`).join(' ');
}

/** Presses a key where the focus is inside the control, and waits for what comes of it. */
export async function press(control: TwikElement, key: string): Promise<void> {
  const target = control.shadowRoot?.activeElement ?? control;
  target.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
  if (!document.hasFocus()) tellFocus(control);
  await control.updateComplete;
}

/** Walks to where the value is changed, as Tab would. */
export async function walkInto(control: TwikElement): Promise<void> {
  control.focus();
  // Only one tab of a browser has the focus and hears of it.
  if (!document.hasFocus()) tellFocus(control);
  await control.updateComplete;
}

function tellFocus(control: TwikElement): void {
  control.shadowRoot?.activeElement?.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true}));
}

/** Types into a field; `change` is what leaving it fires. */
export async function type(
  control: TwikElement,
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
  {isFinished = true} = {},
): Promise<void> {
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  if (isFinished) field.dispatchEvent(new Event('change', {bubbles: true}));
  await control.updateComplete;
}

/** Moves a mouse over an element. */
export async function hover(control: TwikElement, target: Element): Promise<void> {
  target.dispatchEvent(new PointerEvent('pointerover', {pointerType: 'mouse', bubbles: true, composed: true}));
  await control.updateComplete;
}

/** The words of the tooltip; `''` while it is hidden. */
export function tooltip(control: Element): string {
  const reason = part(control, 'reason');
  return reason.hidden ? '' : (reason.textContent?.trim() ?? '');
}

/** What it says is wrong; `''` when nothing is. */
export function problem(control: Element): string {
  const words = part(control, 'problem');
  return words.hidden ? '' : (words.textContent?.trim() ?? '');
}
