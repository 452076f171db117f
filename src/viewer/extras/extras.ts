import {TwikError} from '../../core/error.js';
import type {Vector} from '../camera/orbit.js';
import type {Stage} from '../stage.js';
import {AutoRotate} from './auto-rotate.js';
import {EnvironmentImage} from './environment.js';
import type {ExportOptions} from './export-glb.js';
import {Hotspots} from './hotspots.js';
import {InteractionPrompt} from './interaction-prompt.js';
import {centerOf, dimensionsOf, surfaceAt, type Dimensions, type SurfacePoint} from './measure.js';
import {modelSchema, SchemaTag} from './model-schema.js';
import {Outline, type OutlineOptions} from './outline.js';
import type {OutlinedPart} from './outline/outlined-parts.js';
import {readAngle, readCamera} from './read-camera.js';
import {settingsOf, type ExtraSettings} from './settings.js';

/** What extras tell the element they belong to. */
export interface ExtrasListener {
  onError(error: TwikError): void;
  /** Somebody can see a hotspot now, or cannot any more. */
  onHotspot(hotspot: HTMLElement, isVisible: boolean): void;
}

/** Does for one viewer what few pages ask for, as its attributes say; comes late. */
export class Extras {
  readonly #stage: Stage;
  readonly #host: HTMLElement;
  readonly #listener: ExtrasListener;
  readonly #schema = new SchemaTag();
  #hotspots: Hotspots | null = null;
  #rotation: AutoRotate | null = null;
  #prompt: InteractionPrompt | null = null;
  #environment: EnvironmentImage | null = null;
  #outline: Outline | null = null;
  /** What was last carried out, by what it is about. */
  readonly #done = new Map<string, string>();
  /** The scene it was carried out on. */
  #scene: unknown = null;

  /** Has a say in how the camera starts when the stage has not loaded yet. @internal */
  constructor(stage: Stage, host: HTMLElement, listener: ExtrasListener) {
    this.#stage = stage;
    this.#host = host;
    this.#listener = listener;
    this.#placeCamera(settingsOf(host));
  }

  /** How large everything visible is, along the axes of the scene in metres. */
  get dimensions(): Dimensions {
    return dimensionsOf(this.#stage) ?? {x: 0, y: 0, z: 0};
  }

  /** The middle of it. */
  get center(): Vector {
    return centerOf(this.#stage) ?? [0, 0, 0];
  }

  /** What is seen at a place of the picture, in CSS pixels from its upper left corner; `null` is the background. */
  surfaceAt(x: number, y: number): SurfacePoint | null {
    return surfaceAt(this.#stage, x, y);
  }

  /**
   * The scene as it is configured now, as a GLB file.
   *
   * @throws TwikError `export-failed`.
   */
  async exportGlb(options: ExportOptions = {}): Promise<Blob> {
    const {exportGlb} = await import('./export-glb.js');
    return exportGlb(this.#stage, options);
  }

  /**
   * Draws a line around parts in the picture, on the screen alone; `null` takes it away. It ends with what is shown.
   *
   * @throws TwikError `node-unknown`, `color-invalid`.
   */
  outline(parts: readonly OutlinedPart[] | null, options?: OutlineOptions): void {
    const canvas = this.#host.shadowRoot?.querySelector('canvas');
    if (parts && canvas) this.#outline ??= new Outline(this.#stage, canvas);
    this.#outline?.show(parts ?? [], options);
  }

  /** Takes the camera to where a hotspot is seen best. */
  turnTo(hotspot: HTMLElement): void {
    this.#hotspots?.turnTo(hotspot);
  }

  /** Reads the attributes anew; to be called after each load of the stage as well. @internal */
  refresh(): void {
    const settings = settingsOf(this.#host);
    const {content} = this.#stage;
    this.#placeCamera(settings);
    if (!content) return;
    const isOther = content.scene !== this.#scene;
    this.#scene = content.scene;
    if (isOther) this.#done.delete('environment');
    this.#turnBySelf(settings);
    this.#giveHint(settings);
    this.#light(settings);
    this.#describe(settings);
    this.#hotspots ??= this.#createHotspots();
    if (isOther) this.#hotspots.refresh();
  }

  /** @internal */
  dispose(): void {
    this.#hotspots?.dispose();
    this.#rotation?.dispose();
    this.#prompt?.dispose();
    this.#environment?.dispose();
    this.#outline?.dispose();
    this.#schema.dispose();
  }

  #createHotspots(): Hotspots {
    const listener = this.#listener;
    return new Hotspots(this.#stage, this.#host, (hotspot, isVisible) => listener.onHotspot(hotspot, isVisible), {
      onError: (error) => listener.onError(error),
    });
  }

  /** Whether something is wanted otherwise than it was last carried out. */
  #isNew(subject: string, ...wanted: readonly unknown[]): boolean {
    const said = JSON.stringify(wanted);
    if (this.#done.get(subject) === said) return false;
    this.#done.set(subject, said);
    return true;
  }

  #placeCamera({cameraOrbit, cameraTarget, fieldOfView, minCameraOrbit, maxCameraOrbit}: ExtraSettings): void {
    const words = {cameraOrbit, cameraTarget, fieldOfView, minCameraOrbit, maxCameraOrbit};
    if (!this.#isNew('camera', words)) return;
    const isFirst = this.#done.size === 1 && Object.values(words).every((word) => word === '');
    if (isFirst) return;
    this.#stage.rig.rules = readCamera(words, (error) => this.#listener.onError(error));
    if (this.#stage.content) this.#stage.goTo(null);
  }

  #turnBySelf({autoRotate, autoRotateDelay, rotationPerSecond}: ExtraSettings): void {
    if (!this.#isNew('rotation', autoRotate, autoRotateDelay, rotationPerSecond)) return;
    this.#rotation?.dispose();
    this.#rotation = null;
    if (!autoRotate) return;
    const delay = Number(autoRotateDelay);
    const angle = readAngle(rotationPerSecond);
    if (Number.isNaN(delay)) this.#refuse('auto-rotate-delay', autoRotateDelay, 'Write milliseconds, such as "3000".');
    if (angle === null) this.#refuse('rotation-per-second', rotationPerSecond, 'Write an angle, such as "12deg".');
    this.#rotation = new AutoRotate(this.#stage, this.#host, {
      ...(autoRotateDelay === '' || !(delay >= 0) ? {} : {delayMs: delay}),
      ...(angle ? {degreesPerSecond: (angle / Math.PI) * 180} : {}),
    });
  }

  #giveHint({interactionPrompt}: ExtraSettings): void {
    if (!this.#isNew('prompt', interactionPrompt)) return;
    this.#prompt?.dispose();
    const root = this.#host.shadowRoot;
    this.#prompt = interactionPrompt && root ? new InteractionPrompt(this.#stage, root) : null;
  }

  #light({environmentImage, skyboxImage, exposure}: ExtraSettings): void {
    if (!this.#isNew('environment', environmentImage, skyboxImage, exposure)) return;
    const isPlain = environmentImage === '' && skyboxImage === '' && exposure === '';
    if (isPlain && !this.#environment) return;
    const factor = exposure === '' ? 1 : Number(exposure);
    if (!(factor >= 0)) this.#refuse('exposure', exposure, 'Write a number, such as "1.2".');
    this.#environment ??= new EnvironmentImage(this.#stage, (error) => this.#listener.onError(error));
    void this.#environment.show({
      environment: environmentImage,
      skybox: skyboxImage,
      exposure: factor >= 0 ? factor : 1,
    });
  }

  #describe({generateSchema, src, alt, poster}: ExtraSettings): void {
    try {
      this.#schema.show(generateSchema && src !== '' ? modelSchema({src, name: alt, poster}) : null);
    } catch (error) {
      if (!(error instanceof TwikError)) throw error;
      if (this.#isNew('schema', error.code)) this.#listener.onError(error);
    }
  }

  #refuse(attribute: string, said: string, cure: string): void {
    const message = `${attribute}="${said}" cannot be read. ${cure}`;
    this.#listener.onError(new TwikError('attribute-invalid', message, {path: attribute}));
  }
}
