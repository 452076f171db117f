// Finds a Chromium for tests, pictures and benches: CHROME_PATH, then an installed one, then the npm build (Linux x64).
import {accessSync, constants} from 'node:fs';

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
];

const isRunnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Flags for a quiet, software-rendered Chromium that reaches no other host. */
export const chromeFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/** Path of a runnable Chromium. Throws a sentence that names CHROME_PATH where there is none. */
export async function findChrome() {
  const installed = places.find((place) => place && isRunnable(place));
  if (installed) return installed;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome found. Install Chrome or Chromium, or set CHROME_PATH to its program file.');
  }
  // Must be set before the import: it makes the package unpack its own NSS libraries and set LD_LIBRARY_PATH.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const {default: chromium} = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/** Path of Firefox, or `null`. */
export function findFirefox() {
  const candidates = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  return candidates.find((place) => place && isRunnable(place)) ?? null;
}

/** Paths of WebKitGTK's driver and browser, or `null`. */
export function findWebKit() {
  const driver = process.env.WEBKIT_DRIVER_PATH ?? '/usr/bin/WebKitWebDriver';
  const binary = process.env.WEBKIT_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
  return isRunnable(driver) && isRunnable(binary) ? {driver, binary} : null;
}
