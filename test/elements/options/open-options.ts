import {fixtureSync, html} from '@open-wc/testing';
import type {Configuration} from '../../../src/core/configuration/configuration.js';
import type {Value} from '../../../src/core/product/parameter.js';
import type {GroupOpenedDetail} from '../../../src/elements/events.js';
import {TwikOptions} from '../../../src/elements/options.js';
import {configurationWith, defineControls, parts} from '../controls/open-control.js';

export interface Opened {
  readonly options: TwikOptions;
  readonly configuration: Configuration;
  /** What was told about groups, in order. */
  readonly opened: GroupOpenedDetail[];
}

/** The options of a configuration of their own, in the page. */
export async function openOptions(
  mode: TwikOptions['mode'],
  {picks = {}, product, lang = 'en'}: {picks?: Readonly<Record<string, Value>>; product?: object; lang?: string} = {},
): Promise<Opened> {
  defineControls();
  if (!customElements.get('twik-options')) customElements.define('twik-options', TwikOptions);
  const configuration = configurationWith(picks, product);
  const opened: GroupOpenedDetail[] = [];
  const place = fixtureSync<HTMLElement>(html`<div lang=${lang}></div>`);
  // What is fading in has too little contrast for a moment.
  place.style.setProperty('--twik-duration', '0ms');
  place.addEventListener('twik-group-opened', ({detail}) => opened.push(detail));
  const options = document.createElement('twik-options');
  Object.assign(options, {configuration, mode});
  place.append(options);
  await settled(options);
  return {options, configuration, opened};
}

/** Waits until they and their controls have rendered. */
export async function settled(options: TwikOptions): Promise<void> {
  await options.updateComplete;
  await Promise.all(controls(options).map((control) => control.updateComplete));
}

export type Control = HTMLElement & {path: string; updateComplete: Promise<boolean>};

export const controls = (options: TwikOptions) => parts(options, 'control') as Control[];
export const paths = (options: TwikOptions) => controls(options).map(({path}) => path);
export const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim();
export const live = (options: TwikOptions) => options.shadowRoot?.querySelector('[role=status]')?.textContent;

/** The control of a parameter; fails the test when it is not shown. */
export function control(options: TwikOptions, path: string): Control {
  const found = controls(options).find((each) => each.path === path);
  if (!found) throw new Error(`"${path}" is not shown.`);
  return found;
}
