/**
 * The script tag of a page: `<script src="…/twik.js" async></script>`. Imports the module build from beside itself, or
 * from `<meta name="twik-base">` where a theme has moved or concatenated this script.
 */

const script = document.currentScript;
const meta = document.querySelector<HTMLMetaElement>('meta[name="twik-base"]')?.content;
const base = meta ? new URL(meta.endsWith('/') ? meta : `${meta}/`, document.baseURI).href : ownFolder();

function ownFolder(): string {
  if (script instanceof HTMLScriptElement && script.src !== '') return new URL('.', script.src).href;
  // Concatenated or injected scripts have no address of their own; the page's is the best guess left.
  return document.baseURI;
}

/** Says in every configurator of the page that it will not come, and tells the page by the usual event. */
function fail(cause: unknown): void {
  const message = `Twik could not be loaded from ${base}. Check the address of twik.js or set <meta name="twik-base">.`;
  for (const element of document.querySelectorAll('twik-configurator, twik-viewer')) {
    if (!element.hasChildNodes()) element.textContent = message;
    element.dispatchEvent(
      new CustomEvent('configuration-error', {
        bubbles: true,
        composed: true,
        detail: {code: 'twik-not-loaded', message, path: '', cause},
      }),
    );
  }
}

import(`${base}twik.mjs`).catch(fail);
