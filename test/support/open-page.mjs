import {openBrowser} from './pages.mjs';
import {openSite} from './site.mjs';

/** Address of the test page with these elements, each `{tag, …attributes}`. */
export function addressOf(elements, {script = [], ...query} = {}) {
  const search = new URLSearchParams(query);
  for (const src of [script].flat()) search.append('script', src);
  for (const element of elements) search.append('element', JSON.stringify(element));
  return `/pages/one.html?${search}`;
}

/** A configurator of a demo product. */
export const demoConfigurator = (product, attributes = {}) => ({
  tag: 'twik-configurator',
  product: `/demo/products/${product}/product.json`,
  ...attributes,
});

/**
 * One browser and one site for the tests of a file.
 *
 * @param {string} engine
 * @param {Parameters<typeof openSite>[0]} options
 */
export async function openBench(engine, options) {
  const site = await openSite(options);
  const browser = await openBrowser(engine);
  return {
    site,
    browser,
    async open(elements, {viewport, ...query} = {}) {
      const page = await browser.newPage(viewport);
      await page.goto(site.origin + addressOf(elements, query));
      return page;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
