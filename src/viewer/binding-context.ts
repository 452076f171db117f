import type {Object3D, Texture} from 'three';
import type {LoadedModel} from './loaded-model.js';

/** What a stage offers to the one who applies scene plans to its models. */
export interface BindingContext {
  /** A model that is in memory, or `null` while it is not. */
  model(id: string): LoadedModel | null;
  /**
   * A model of the scene, fetched first when that has not happened yet.
   *
   * @throws TwikError `model-unknown` when the scene has none of this id, or what kept it from being loaded.
   */
  requireModel(id: string, signal?: AbortSignal): Promise<LoadedModel>;
  /**
   * A picture as a texture that belongs to the caller, who disposes of it. `flipY` is off, as glTF wants it.
   *
   * @param src Relative to the stage's base URL.
   * @throws TwikError `texture-not-found`.
   */
  loadTexture(src: string, options: {readonly srgb: boolean}): Promise<Texture>;
  readonly maxAnisotropy: number;
  /** Asks for a frame: something looks different. */
  invalidate(): void;
  /** Asks for a frame, and for a fresh shadow and camera limits: something has moved, come or gone. */
  boundsChanged(): void;
  /**
   * Compiles shaders for objects as if they stood in the scene. They stay out of it, and may be disposed of as soon as
   * the promise is fulfilled.
   */
  precompile?(objects: readonly Object3D[]): Promise<void>;
}
