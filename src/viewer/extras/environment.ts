import {TwikError} from '../../core/error.js';
import {AssetStore} from '../binding/asset-store.js';
import type {Stage} from '../stage.js';
import {failureOf} from '../stage-models.js';
import {Picture} from './environment/picture.js';
import {Surroundings, type Look} from './environment/surroundings.js';

/** What shall be around a product. */
export interface EnvironmentOptions {
  /**
   * Address of the picture that lights the product, relative to the page: equirectangular, as .hdr, JPEG, PNG or WebP;
   * or `neutral` for the built-in light. Default: the skybox, else the built-in light.
   */
  readonly environment?: string;
  /** Address of the picture that is seen behind the product, or `neutral`. Default: nothing is. */
  readonly skybox?: string;
  /**
   * A factor for all light that reaches the camera of this stage, before bright parts are compressed: of the
   * environment, of lamps in the file, of what glows, and of the skybox. Default 1; 2 is one stop brighter.
   */
  readonly exposure?: number;
  /** From 0, sharp, to 1. Default 0. */
  readonly skyboxBlur?: number;
}

/** A light is as good from a small picture, and a picture to be seen is not. */
const widths = {light: 1024, sky: 2048};

/**
 * Another light for what a stage shows, and a picture behind it. Ends with what is shown: after a load of something else
 * the stage has its built-in light, and `show` is to be called again.
 *
 * @example
 * const image = new EnvironmentImage(stage, onError);
 * await image.show({environment: 'studio.hdr', exposure: 1.2});
 */
export class EnvironmentImage {
  readonly #stage: Stage;
  readonly #onError: (error: TwikError) => void;
  readonly #store = new AssetStore<Picture>(0, (picture) => picture.dispose());
  readonly #waiting = new Set<() => void>();
  /** What is in force. */
  #surroundings: Surroundings | null = null;
  #shown: EnvironmentOptions = {};
  /** Rises with each call, so that one that waited knows whether it is still meant. */
  #turn = 0;
  #isShowing = false;

  /** @param onError - Gets TwikErrors `environment-unreachable` and `environment-invalid`. */
  constructor(stage: Stage, onError: (error: TwikError) => void) {
    this.#stage = stage;
    this.#onError = onError;
  }

  /**
   * Changes the light once all of it is there; until then, and when it cannot be had, everything stays as it is. Waits
   * for the first picture of the stage. A later call takes the place of one that waits. Resolves in any case.
   */
  async show(options: EnvironmentOptions): Promise<void> {
    const turn = ++this.#turn;
    this.#isShowing = true;
    this.#stage.drawn.add(this.#drawn);
    try {
      const look = await this.#load(options, turn);
      if (look) await this.#apply(look, options, turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      const failure = failureOf(error);
      if (failure) this.#onError(failure);
    }
    if (turn !== this.#turn) return;
    this.#isShowing = false;
    this.#trim();
  }

  /** Gives the stage its own light back and frees everything. */
  dispose(): void {
    this.#turn++;
    this.#isShowing = false;
    this.#stage.drawn.delete(this.#drawn);
    this.#end();
    for (const go of this.#waiting) go();
    this.#stage.invalidate();
  }

  async #load(options: EnvironmentOptions, turn: number): Promise<Look | null> {
    this.#store.begin();
    this.#read(options);
    this.#store.abandon();
    await Promise.all(this.#store.waiting());
    return turn === this.#turn ? this.#read(options) : null;
  }

  async #apply(look: Look, options: EnvironmentOptions, turn: number): Promise<void> {
    while (!this.#stage.content && turn === this.#turn) {
      await new Promise<void>((done) => this.#waiting.add(done));
    }
    const {content} = this.#stage;
    if (!content || turn !== this.#turn) return;
    if (this.#surroundings?.scene !== content.scene) {
      this.#surroundings?.dispose();
      this.#surroundings = new Surroundings(content.scene);
      this.#shown = {};
    }
    const surroundings = this.#surroundings;
    await surroundings.prepare(look, this.#stage);
    if (turn !== this.#turn || surroundings !== this.#surroundings) return;
    surroundings.look = look;
    this.#shown = options;
    this.#stage.invalidate();
  }

  /** What is asked for, as far as it is there; what is not begins to load. */
  #read({environment = '', skybox = '', exposure = 1, skyboxBlur = 0}: EnvironmentOptions): Look {
    const isLit = environment !== '' && environment !== skybox;
    const sky = skybox === 'neutral' ? skybox : this.#picture(skybox, widths.sky);
    return {
      sky,
      light: isLit ? this.#picture(environment, widths.light) : sky === 'neutral' ? null : sky,
      exposure: Number.isFinite(exposure) ? Math.max(0, exposure) : 1,
      blur: Number.isFinite(skyboxBlur) ? Math.min(1, Math.max(0, skyboxBlur)) : 0,
    };
  }

  #picture(address: string, largestWidth: number): Picture | null {
    if (address === '' || address === 'neutral') return null;
    const url = resolve(address);
    return this.#store.want(`${largestWidth} ${url}`, (signal) => Picture.load(url, largestWidth, signal));
  }

  /** Called after each frame: a first one may be what a call waits for, and one of another scene ends ours. */
  readonly #drawn = (): void => {
    for (const go of this.#waiting) go();
    this.#waiting.clear();
    if (this.#surroundings && this.#surroundings.scene !== this.#stage.content?.scene) this.#end();
  };

  #end(): void {
    this.#surroundings?.dispose();
    this.#surroundings = null;
    this.#shown = {};
    if (!this.#isShowing) this.#trim();
  }

  /** Frees everything but what is in force. */
  #trim(): void {
    this.#store.begin();
    this.#read(this.#shown);
    this.#store.abandon();
    this.#store.trim();
  }
}

function resolve(address: string): string {
  try {
    return new URL(address, document.baseURI).href;
  } catch (cause) {
    throw new TwikError('environment-unreachable', `"${address}" is not an address. Write it relative to the page.`, {
      cause,
    });
  }
}
