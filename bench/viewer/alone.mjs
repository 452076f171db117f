// The self-contained mode of the viewer bench: navigation to `viewer-ready` for the demo chair, no peer, no harness.
import {openSite} from '../../test/support/site.mjs';
import {openBrowser} from '../../test/support/pages.mjs';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Prints the medians of `runs` loads, each in a fresh browser. */
export async function measureAlone(runs = 9) {
  const site = await openSite();
  const times = [];
  try {
    for (let index = 0; index < runs; index++) {
      const browser = await openBrowser('chromium');
      const page = await browser.newPage({width: 800, height: 600});
      await page.goto(`${site.origin}/pages/chair-viewer.html`);
      times.push(await page.evaluate(() => globalThis.readyAt));
      await browser.close();
    }
  } finally {
    await site.close();
  }
  console.log(
    `Navigation to viewer-ready, chair: median ${median(times).toFixed(0)} ms of ${runs} (${times.map(Math.round).join(', ')}).`,
  );
}
