import type {TwikElement} from './twik-element.js';
import {version} from './version.js';

/** An element class, by its tag. */
export type ElementTable = Readonly<Record<string, typeof TwikElement & (new () => TwikElement)>>;

/**
 * Registers elements. Where another copy of Twik was faster, its elements stay, for a tag cannot be registered twice;
 * the console then says once which version is at work.
 */
export function defineElements(table: ElementTable): void {
  let earlier: string | undefined;
  for (const [tag, element] of Object.entries(table)) {
    const defined = customElements.get(tag);
    if (!defined) customElements.define(tag, element);
    else if (defined !== element) earlier ??= versionOf(defined);
  }
  if (earlier === undefined) return;
  // eslint-disable-next-line no-console -- no element of this copy will ever exist to say it
  console.warn(`Twik ${version} was loaded, but Twik ${earlier} is already at work on this page. Load it once.`);
}

function versionOf(element: CustomElementConstructor): string {
  return 'version' in element ? String(element.version) : 'of an unknown version';
}
