import {openWebKit} from './webdriver.mjs';

/** Lets web-test-runner run its pages in WebKitGTK. */
export function webkitLauncher(paths) {
  let session;
  let url;
  return {
    name: 'WebKit',
    type: 'webdriver',
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
    isActive: () => url !== undefined,
    getBrowserUrl: () => url,
    async stop() {
      await session?.close();
    },
  };
}
