// `npm run pictures`: screenshots of the demo as a shopper sees it, into docs/pictures/.
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {openBrowser} from '../test/support/pages.mjs';
import {openSite} from '../test/support/site.mjs';
import {build} from './build/build.mjs';

const folder = path.resolve(import.meta.dirname, '../docs/pictures');
const only = process.argv[2] ?? '';

await build();
await mkdir(folder, {recursive: true});
const site = await openSite();
const browser = await openBrowser('chromium');
try {
  for (const product of ['shelf', 'chair']) {
    for (const [width, height] of [
      [1440, 1000],
      [390, 844],
    ]) {
      for (const dark of [false, true]) {
        const name = `${product}-${width}-${dark ? 'dark' : 'light'}`;
        if (!name.includes(only)) continue;
        const page = await browser.newPage({width, height, dark, reducedMotion: true});
        await page.goto(`${site.origin}/demo/storefront/${product}.html`);
        await page.evaluate(async () => {
          const viewer = () => document.querySelector('twik-configurator')?.shadowRoot?.querySelector('twik-viewer');
          while (!viewer()?.ready) await new Promise((done) => setTimeout(done, 50));
          await viewer().ready;
          await new Promise((done) => setTimeout(done, 500));
        });
        await writeFile(path.join(folder, `${name}.webp`), await page.screenshot({type: 'webp', quality: 88}));
        await page.close();
        console.log(`docs/pictures/${name}.webp`);
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
}
