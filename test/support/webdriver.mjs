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

/** Keys that are not a letter, as WebDriver spells them. */
const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Control: '\uE009',
  Shift: '\uE008',
  Alt: '\uE00A',
  Meta: '\uE03D',
};
const spelled = (name) => keys[name] ?? name;

/**
 * Actions on the keyboard of a session; keys are named as in `KeyboardEvent.key`.
 *
 * @param {{call: (method: string, path: string, body?: unknown) => Promise<unknown>}} session
 */
export function keyboardOf({call}) {
  const perform = (actions) => call('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  const down = (key) => ({type: 'keyDown', value: spelled(key)});
  const up = (key) => ({type: 'keyUp', value: spelled(key)});
  return {
    down: (key) => perform([down(key)]),
    up: (key) => perform([up(key)]),
    /** Presses a key while the modifiers are held. */
    press: (key, ...modifiers) => perform([...modifiers, key].map(down).concat([key, ...modifiers.reverse()].map(up))),
    async type(text) {
      for (const letter of text) await perform([down(letter), up(letter)]);
    },
  };
}

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
