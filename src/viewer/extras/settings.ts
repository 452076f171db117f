import type {CameraWords} from './read-camera.js';

/** What a page asks of a viewer beyond showing something, as its attributes say it; `''` where they do not. */
export interface ExtraSettings extends CameraWords {
  readonly autoRotate: boolean;
  /** In milliseconds. */
  readonly autoRotateDelay: string;
  /** An angle: `12deg`. */
  readonly rotationPerSecond: string;
  readonly interactionPrompt: boolean;
  readonly environmentImage: string;
  readonly skyboxImage: string;
  /** A factor. */
  readonly exposure: string;
  readonly generateSchema: boolean;
  /** What the description says of the model. */
  readonly src: string;
  readonly alt: string;
  readonly poster: string;
}

/** Reads the attributes of an element. */
export function settingsOf(element: HTMLElement): ExtraSettings {
  const words = (name: string): string => element.getAttribute(name)?.trim() ?? '';
  // These are properties as well.
  const {src = '', alt = '', poster = ''} = element as {src?: string; alt?: string; poster?: string};
  return {
    cameraOrbit: words('camera-orbit'),
    cameraTarget: words('camera-target'),
    fieldOfView: words('field-of-view'),
    minCameraOrbit: words('min-camera-orbit'),
    maxCameraOrbit: words('max-camera-orbit'),
    autoRotate: element.hasAttribute('auto-rotate'),
    autoRotateDelay: words('auto-rotate-delay'),
    rotationPerSecond: words('rotation-per-second'),
    interactionPrompt: element.hasAttribute('interaction-prompt'),
    environmentImage: words('environment-image'),
    skyboxImage: words('skybox-image'),
    exposure: words('exposure'),
    generateSchema: element.hasAttribute('generate-schema'),
    src,
    alt,
    poster,
  };
}
