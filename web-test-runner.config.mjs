import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import {chromeFlags, findChrome, findFirefox, findWebKit} from './scripts/browser.mjs';
import {transformDecoderGlue} from './scripts/build/decoder-glue.mjs';
import {webkitLauncher} from './test/support/webkit-launcher.mjs';

const launchers = {
  chromium: async () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {executablePath: await findChrome(), args: chromeFlags},
      // Tests run side by side in tabs, and a tab behind another is hidden: it would get no animation frames.
      async createPage({context}) {
        const page = await context.newPage();
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
        return page;
      },
    }),
  firefox: async () => {
    const executablePath = findFirefox();
    // Headless Firefox has no WebGL on Linux, so it gets a window; run it under xvfb-run.
    return (
      executablePath &&
      chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath, headless: false}})
    );
  },
  webkit: async () => {
    const paths = findWebKit();
    return paths && webkitLauncher(paths);
  },
};

const browsers = [];
for (const name of (process.env.BROWSERS ?? 'chromium').split(',')) {
  const launcher = await launchers[name]();
  if (launcher) browsers.push(launcher);
  else if (process.env.CI) throw new Error(`${name} is not installed, and CI tests every engine.`);
  else console.log(`Skipped: ${name} is not installed.`);
}

const tier = process.env.TWIK_TIER ?? 'quick';
/** The numbers of the long tier take as long as they take. */
const patience = tier === 'long' ? 20 : 1;

export default {
  files: [
    'test/**/*.test.ts',
    '!test/**/*.node.test.ts',
    // The quick tier has those in Node; see test/support/core-in-node.mjs.
    ...(tier === 'quick' ? ['!test/core/**', '!test/commerce/**', '!test/**/*.all.test.ts'] : []),
  ],
  nodeResolve: {exportConditions: ['production', 'default']},
  concurrency: 2,
  // One engine after the other: side by side on two cores they only wait for each other.
  concurrentBrowsers: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 480_000 * patience,
  testFramework: {config: {timeout: 60_000 * patience}},
  coverageConfig: {include: ['src/**/*.ts'], threshold: {statements: 80, branches: 50, functions: 80, lines: 80}},
  plugins: [
    {name: 'decoder-glue', transform: ({path, body}) => transformDecoderGlue(body, path)},
    esbuildPlugin({
      ts: true,
      json: true,
      tsconfig: 'tsconfig.json',
      target: 'es2022',
      define: {'process.env.TWIK_TIER': JSON.stringify(tier)},
    }),
  ],
  browsers,
};
