import {accessSync, constants} from 'node:fs';
import {TwikError} from '@twik/sdk/core';

/** Read each time: who runs a command from a program may set it late. */
const places = () => [
  process.env['CHROME_PATH'],
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env['PROGRAMFILES'] ?? ''}\\Google\\Chrome\\Application\\chrome.exe`,
];

/**
 * The program file of a Chrome or Chromium.
 *
 * @throws TwikError `browser-missing`.
 */
export function findChrome(): string {
  for (const place of places()) {
    if (place && isRunnable(place)) return place;
  }
  throw new TwikError(
    'browser-missing',
    'Pictures need a browser, and none was found. Install Chrome or Chromium, or set CHROME_PATH to its program file.',
  );
}

function isRunnable(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
