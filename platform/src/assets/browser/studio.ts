import {TwikError} from '@twik/sdk/core';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {findChrome} from './find-chrome.js';
import {StudioServer, type StudioFolder} from './serve-studio.js';

/** How a picture shall be taken. */
export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/webp';
  /** Of lossy types, 0 to 1. */
  readonly quality?: number;
  /** Behind the model; without it the picture is transparent. */
  readonly background?: string;
  /** Azimuth and polar angle in degrees; default: where the camera stands. */
  readonly orbitDeg?: readonly [number, number];
  /** A view of the product. */
  readonly view?: string;
}

/** Software rendering, so that the same model gives the same picture everywhere; no other host is reached. */
const flags = [
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

/** A browser with the viewer, to take pictures in. */
export class Studio {
  readonly #server: StudioServer;
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(server: StudioServer, browser: Browser, page: Page) {
    this.#server = server;
    this.#browser = browser;
    this.#page = page;
  }

  /**
   * Opens it, for as long as the signal is quiet.
   *
   * @throws TwikError `browser-missing`, `browser-failed`, `sdk-not-built`.
   */
  static async open(signal: AbortSignal): Promise<Studio> {
    const executablePath = findChrome();
    const server = await StudioServer.open();
    let browser: Browser | null = null;
    try {
      const started = await start(executablePath);
      browser = started;
      signal.addEventListener('abort', () => void started.close());
      const page = await started.newPage();
      await page.goto(server.origin);
      await page.waitForFunction('globalThis.studio !== undefined');
      return new Studio(server, started, page);
    } catch (error) {
      await browser?.close();
      await server.close();
      throw error;
    }
  }

  /** Lets the page read a folder; tells the address of a file of it. */
  add(folder: StudioFolder): (file: string) => string {
    return this.#server.add(folder);
  }

  /** Shows a model alone. */
  async showModel(address: string): Promise<void> {
    await this.#call('showModel', address);
  }

  /** Shows a product in its default configuration. */
  async showProduct(address: string): Promise<void> {
    await this.#call('showProduct', address);
  }

  /** Gives a parameter of the product a value; tells whether that may be, and is shown. */
  async choose(parameter: string, value: string | boolean | readonly string[]): Promise<boolean> {
    return (await this.#call('choose', parameter, value)) === true;
  }

  /** Takes a picture of what is shown. */
  async picture(options: PictureOptions): Promise<Uint8Array> {
    return Buffer.from(String(await this.#call('picture', options)), 'base64');
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }

  /** What fails in the page comes as data: thrown there, it would arrive without its code. */
  async #call(action: string, ...values: readonly unknown[]): Promise<unknown> {
    const script = `studio.run(${JSON.stringify(action)}, ${JSON.stringify(values)})`;
    const answer: unknown = JSON.parse(String(await this.#page.evaluate(script)));
    if (typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer) {
      throw new TwikError(String(answer.code), String(answer.message));
    }
    return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
  }
}

async function start(executablePath: string): Promise<Browser> {
  try {
    return await launch({
      executablePath,
      args: flags,
      protocolTimeout: 600_000,
      // Being stopped is the command's business.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
    throw new TwikError(
      'browser-failed',
      `The browser ${executablePath} does not start (${reason}). Set CHROME_PATH to the program file of another Chrome or Chromium.`,
      {cause},
    );
  }
}

/** Works in a studio and closes it, whatever comes. */
export async function withStudio<T>(signal: AbortSignal, work: (studio: Studio) => Promise<T>): Promise<T> {
  const studio = await Studio.open(signal);
  try {
    return await work(studio);
  } finally {
    await studio.close();
  }
}
