// Builds the test page from its address: `?tag=twik-viewer&src=…` puts one element with these attributes into <main>;
// `element` may be given several times. `?script=` names the script of the SDK (several for several), `?no=webgl` takes
// WebGL away, `?lang=` sets the language of the page.
const query = new URL(location.href).searchParams;

if (query.get('lang')) document.documentElement.lang = query.get('lang');
if (query.get('no') === 'webgl') {
  for (const Canvas of [HTMLCanvasElement, globalThis.OffscreenCanvas].filter(Boolean)) {
    const original = Canvas.prototype.getContext;
    Canvas.prototype.getContext = function (type, ...rest) {
      return /webgl/.test(type) ? null : original.call(this, type, ...rest);
    };
  }
}

// The policy of the test site asks for trusted types; this page vouches for the addresses that the tests give it.
const trusted = globalThis.trustedTypes?.createPolicy('test-page', {createScriptURL: (address) => address}) ?? {
  createScriptURL: (address) => address,
};
for (const src of query.has('script') ? query.getAll('script') : ['/twik/twik.js']) {
  const script = document.createElement('script');
  script.src = trusted.createScriptURL(src);
  if (src.endsWith('.mjs')) script.type = 'module';
  document.head.append(script);
}

document.addEventListener('DOMContentLoaded', () => {
  const main = document.querySelector('main');
  for (const json of query.getAll('element')) {
    const {tag, ...attributes} = JSON.parse(json);
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    main.append(element);
  }
});

const below = function* (node) {
  if (node.shadowRoot) yield* below(node.shadowRoot);
  for (const child of node.children ?? []) {
    yield child;
    yield* below(child);
  }
};

globalThis.page = {
  /** All elements that match, in shadow roots too. */
  all: (selector, root = document.body) => [...below(root)].filter((element) => element.matches(selector)),
  one: (selector, root) => page.all(selector, root)[0] ?? null,
  /** The focused element, through all shadow roots. */
  focused() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  },
  /** What a person can read in an element, shadow roots included. */
  text(root = document.body) {
    const words = [];
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
      // A slot has no box of its own, which counts as hidden.
      const isBox = node instanceof Element && !(node instanceof HTMLSlotElement);
      if (isBox && (node.matches('style, script') || !node.checkVisibility?.())) return;
      for (const child of (node.shadowRoot ?? node).childNodes) visit(child);
      if (node.shadowRoot) for (const child of node.childNodes) visit(child);
    };
    visit(root);
    return words.join(' ').replace(/\s+/g, ' ').trim();
  },
  async until(condition, milliseconds = 30_000) {
    const end = performance.now() + milliseconds;
    for (;;) {
      const value = condition();
      if (value) return value;
      if (performance.now() > end)
        throw new Error(`Waited in vain for ${condition}. Events: ${JSON.stringify(probe.events)}`);
      await probe.wait(20);
    }
  },
  /** The configurator, ready, with its first picture on the screen (or its failure said). */
  async ready(index = 0) {
    const element = await page.until(
      () => page.all('twik-configurator')[index]?.ready && page.all('twik-configurator')[index],
    );
    await element.ready;
    const viewer = await page.until(() => page.one('twik-viewer', element));
    await viewer.ready.catch(() => {});
    return element;
  },
  /** A number that changes when the picture of a viewer does. */
  picture(viewer) {
    const canvas = page.one('canvas', viewer);
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
    copy.drawImage(canvas, 0, 0);
    let hash = 0;
    for (const value of copy.getImageData(0, 0, canvas.width, canvas.height).data) hash = (hash * 31 + value) | 0;
    return hash;
  },
};
