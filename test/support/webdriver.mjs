// A WebDriver session with WebKitGTK, without a dependency: enough to open pages and run scripts in them.
import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => done(port));
    });
  });

/**
 * Starts the driver and a browser.
 *
 * @param {{driver: string, binary: string}} paths
 * @returns {Promise<{call: (method: string, path: string, body?: unknown) => Promise<any>, close: () => Promise<void>}>}
 */
export async function openWebKit({driver, binary}) {
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {stdio: 'ignore'});
  let base = `http://127.0.0.1:${port}`;
  const call = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: {'content-type': 'application/json'},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const {value} = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
  const capabilities = {
    'browserName': 'MiniBrowser',
    'webkitgtk:browserOptions': {binary, args: ['--automation']},
  };
  const {sessionId} = await call('POST', '/session', {capabilities: {alwaysMatch: capabilities}});
  base += `/session/${sessionId}`;
  return {
    call,
    async close() {
      await call('DELETE', '').catch(() => {});
      child.kill();
    },
  };
}
