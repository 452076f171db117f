// One driver for pages in three engines: puppeteer-core for Chromium and Firefox, plain WebDriver for WebKit.
import * as puppeteer from 'puppeteer-core';
import {chromeFlags, findChrome, findFirefox, findWebKit} from '../../scripts/browser.mjs';
import {keyboardOf, openWebKit} from './webdriver.mjs';

/** The engines that this run covers. */
export const engines = (process.env.BROWSERS ?? 'chromium').split(',');

async function openPuppeteer(engine) {
  const options =
    engine === 'firefox'
      ? {browser: 'firefox', executablePath: findFirefox(), headless: false}
      : {executablePath: await findChrome(), args: chromeFlags};
  const browser = await puppeteer.launch(options);
  return {
    async newPage({width = 1280, height = 900, dark = false, reducedMotion = false} = {}) {
      const page = await browser.newPage();
      await page.setViewport({width, height});
      const features = [
        {name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'},
        {name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference'},
      ];
      // Firefox cannot be asked for media features over BiDi; its pages run with the defaults.
      if (engine === 'chromium') await page.emulateMediaFeatures(features);
      return {
        goto: (url) => page.goto(url, {waitUntil: 'load'}),
        evaluate: (action, ...args) => page.evaluate(action, ...args),
        async press(key, ...modifiers) {
          for (const modifier of modifiers) await page.keyboard.down(modifier);
          await page.keyboard.press(key);
          for (const modifier of modifiers) await page.keyboard.up(modifier);
        },
        type: (text) => page.keyboard.type(text),
        screenshot: (options) => page.screenshot(options),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

async function openWebDriver() {
  const session = await openWebKit(findWebKit());
  const keyboard = keyboardOf(session);
  return {
    async newPage({width = 1280, height = 900} = {}) {
      // There is one window: without this, an address that differs only behind # would not load anew.
      await session.call('POST', '/url', {url: 'about:blank'});
      await session.call('POST', '/window/rect', {width, height});
      await session.call('POST', '/timeouts', {script: 120_000, pageLoad: 120_000});
      return {
        goto: (url) => session.call('POST', '/url', {url}),
        async evaluate(action, ...args) {
          // The answer travels as JSON text: WebDriver's own conversion trips over undefined.
          const script = `const [args, done] = [[...arguments].slice(0, -1), arguments[arguments.length - 1]];
            Promise.resolve().then(() => (${action.toString()})(...args)).then(
              (value) => done({value: value === undefined ? null : JSON.stringify(value)}),
              (error) => done({error: String(error && error.stack || error)}));`;
          const {value, error} = await session.call('POST', '/execute/async', {script, args});
          if (error) throw new Error(error);
          return value === null ? undefined : JSON.parse(value);
        },
        press: keyboard.press,
        type: keyboard.type,
        screenshot: async () => Buffer.from(await session.call('GET', '/screenshot'), 'base64'),
        close: () => session.call('POST', '/url', {url: 'about:blank'}),
      };
    },
    close: () => session.close(),
  };
}

/** Starts a browser of the engine: `chromium`, `firefox` or `webkit`. */
export const openBrowser = (engine) => (engine === 'webkit' ? openWebDriver() : openPuppeteer(engine));
