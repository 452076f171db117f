import type {TwikError} from '../../core/error.js';
import type {Stage} from '../stage.js';
import {readCamera} from './read-camera.js';
import {settingsOf, type ExtraSettings} from './settings.js';

/** Does for one stage what few pages ask of a viewer; comes late. */
export class Extras {
  readonly #stage: Stage;
  readonly #host: HTMLElement;
  readonly #onError: (error: TwikError) => void;
  #camera = '';

  /** Has a say in how the camera starts when the stage has not loaded yet. */
  constructor(stage: Stage, host: HTMLElement, onError: (error: TwikError) => void) {
    this.#stage = stage;
    this.#host = host;
    this.#onError = onError;
    this.#placeCamera(settingsOf(host));
  }

  /** Reads the attributes anew; to be called after each load of the stage as well. */
  refresh(): void {
    this.#placeCamera(settingsOf(this.#host));
  }

  dispose(): void {}

  #placeCamera({cameraOrbit, cameraTarget, fieldOfView, minCameraOrbit, maxCameraOrbit}: ExtraSettings): void {
    const words = {cameraOrbit, cameraTarget, fieldOfView, minCameraOrbit, maxCameraOrbit};
    const said = JSON.stringify(words);
    if (said === this.#camera) return;
    this.#camera = said;
    this.#stage.rig.rules = readCamera(words, this.#onError);
    if (this.#stage.content) this.#stage.goTo(null);
  }
}
