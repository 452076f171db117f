import {fixture, html} from '@open-wc/testing';
import type {TwikConfigurator} from '../../src/elements/configurator.js';
import '../../src/define.js';

/** A configurator in the page, with its product loaded and everything rendered. Nothing moves in it. */
export async function openConfigurator(
  product: object,
  attributes: {id?: string; lang?: string; theme?: TwikConfigurator['theme']} = {},
) {
  const {id = '', lang = 'en', theme = ''} = attributes;
  const element = await fixture<TwikConfigurator>(
    html`<twik-configurator id=${id} lang=${lang} theme=${theme}></twik-configurator>`,
  );
  // What is fading in has another contrast than it will have.
  element.style.setProperty('--twik-duration', '0ms');
  element.product = product;
  await element.updateComplete;
  await element.ready;
  await settled(element);
  return element;
}

/** Waits until an element and all of Twik's below it have rendered. */
export async function settled(root: Element): Promise<void> {
  // One element's update may be what asks the next one for its own.
  for (let round = 0; round < 3; round++) {
    for (const element of below(root)) if ('updateComplete' in element) await element.updateComplete;
    // Not the next frame: a page behind another one gets none.
    await new Promise((done) => setTimeout(done));
  }
}

/** All elements in and below one, shadow roots included. */
export function* below(root: Element): Generator<Element> {
  yield root;
  for (const parent of [root, root.shadowRoot]) {
    for (const child of parent?.children ?? []) yield* below(child);
  }
}

/** The first element that matches, shadow roots included; fails the test when there is none. */
export function find<Tag extends keyof HTMLElementTagNameMap>(root: Element, selector: Tag): HTMLElementTagNameMap[Tag];
export function find(root: Element, selector: string): HTMLElement;
export function find(root: Element, selector: string): Element {
  for (const element of below(root)) if (element.matches(selector)) return element;
  throw new Error(`There is no ${selector}.`);
}

/** How many elements match, shadow roots included. */
export function count(root: Element, selector: string): number {
  return [...below(root)].filter((element) => element.matches(selector)).length;
}

/** What a person reads in an element, shadow roots and slots included, spaces collapsed. */
export function textOf(root: Element | ShadowRoot): string {
  const words: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) words.push(node.data);
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
      node.assignedNodes().forEach(visit);
      return;
    }
    // A slot has no box of its own, which counts as hidden.
    const hasBox = node instanceof Element && !(node instanceof HTMLSlotElement);
    if (hasBox && (node.matches('style, script') || !node.checkVisibility())) return;
    ((node instanceof Element && node.shadowRoot) || node).childNodes.forEach(visit);
  };
  visit(root);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** Collects the details of events that come up to an element. */
export function listen<Name extends keyof HTMLElementEventMap>(target: HTMLElement, name: Name) {
  const details: (HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never)[] = [];
  target.addEventListener(name, (event) => {
    if (event instanceof CustomEvent) details.push(event.detail);
  });
  return details;
}
