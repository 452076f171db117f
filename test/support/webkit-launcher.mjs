import {keyboardOf, openWebKit} from './webdriver.mjs';

/** Lets web-test-runner run its pages in WebKitGTK. */
export function webkitLauncher(paths) {
  let session;
  let url;
  return {
    name: 'WebKit',
    // The commands of the test runner drive a whole keyboard only where they believe to meet puppeteer.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(_id, address) {
      session ??= await openWebKit(paths);
      url = address;
      await session.call('POST', '/url', {url});
    },
    async stopSession() {
      url = undefined;
      await session.call('POST', '/url', {url: 'about:blank'});
      return {};
    },
    /** What the commands `sendKeys` and `setViewport` use of a page. */
    getPage: () => ({
      keyboard: keyboardOf(session),
      setViewport: ({width, height}) => session.call('POST', '/window/rect', {width, height}),
    }),
    isActive: () => url !== undefined,
    getBrowserUrl: () => url,
    async stop() {
      await session?.close();
    },
  };
}
