import type {BomLine} from '../core/bom/bom.js';
import type {Explanation, Repair, ValueChange} from '../core/configuration/request.js';
import type {SerialConfiguration} from '../core/configuration/serial.js';
import type {TwikError} from '../core/error.js';
import type {Price} from '../core/price/price.js';

/** Detail of `configuration-ready`: the product is loaded and everything can be asked. */
export interface ConfigurationReadyDetail {
  readonly configuration: SerialConfiguration;
  /** `null` when the product has none. */
  readonly price: Price | null;
}

/** Detail of `configuration-changed`: some values are not what they were. */
export interface ConfigurationChangedDetail {
  readonly configuration: SerialConfiguration;
  /** What changed, forced follow-ups included. */
  readonly changed: readonly ValueChange[];
  /** Who asked: `user`, `host` or the word given with the request. */
  readonly source: string;
  readonly price: Price | null;
}

/** Detail of `price-changed`: the price of one piece is not what it was, or has become final. */
export interface PriceChangedDetail {
  readonly price: Price | null;
  readonly source: string;
}

/** Detail of `configuration-conflict`: a wish contradicts earlier picks. Prevent the default to show your own dialog. */
export interface ConfigurationConflictDetail {
  readonly explanation: Explanation;
  /** Best first. Pass `repair.request` to `request()` to accept one. */
  readonly repairs: readonly Repair[];
  readonly source: string;
}

/** Detail of `configuration-saved`: all that a cart or a server needs. */
export interface SavedDetail {
  /** The server's id, or without a server the first 12 characters of the hash. */
  readonly id: string;
  /** Opens this configuration again. */
  readonly url: string;
  readonly configuration: SerialConfiguration;
  /** `null` when the product has none. */
  readonly price: Price | null;
  readonly bom: readonly BomLine[];
  /** A data URL of at most 200 kB, or `null` when nothing is shown. */
  readonly preview: string | null;
  readonly source: string;
}

/** Detail of `configuration-error`: what went wrong, where, and what to do about it. */
export interface ConfigurationErrorDetail {
  /** For programs, in kebab case. */
  readonly code: string;
  /** For people. */
  readonly message: string;
  /** JSON pointer into the product definition, or `''`. */
  readonly path: string;
  readonly error: TwikError;
}

/** Detail of `viewer-ready`: the first picture is on the screen. */
export interface ViewerReadyDetail {
  /** Milliseconds from the start of loading. */
  readonly durationMs: number;
}

/** Detail of `viewer-progress`. */
export interface ViewerProgressDetail {
  /** From 0 to 1. */
  readonly progress: number;
}

/** Detail of `camera-changed`. */
export interface CameraChangedDetail {
  /** Azimuth from the front, then polar angle from the top. */
  readonly orbitDeg: readonly [number, number];
  readonly distanceM: number;
  readonly targetM: readonly [number, number, number];
  readonly source: 'user' | 'program';
}

/** Detail of `hotspot-visibility`. */
export interface HotspotVisibilityDetail {
  /** The element in the slot. */
  readonly hotspot: HTMLElement;
  /** Whether it is in the picture, faces who looks, and nothing lies before it. */
  readonly isVisible: boolean;
}

/** Detail of `part-picked`: somebody chose something in the picture. */
export interface PartPickedDetail {
  /** Name of the node in the model. */
  readonly node: string;
  /** Id of the model in the scene definition. */
  readonly model: string;
}

/** Detail of `twik-group-opened`, for the configurator, which moves the camera. @internal */
export interface GroupOpenedDetail {
  readonly group: string;
  readonly view: string | null;
}

/** The detail of every event of Twik, by its name. */
export interface TwikEventDetails {
  'configuration-ready': ConfigurationReadyDetail;
  'configuration-changed': ConfigurationChangedDetail;
  'configuration-conflict': ConfigurationConflictDetail;
  'configuration-saved': SavedDetail;
  'configuration-error': ConfigurationErrorDetail;
  'price-changed': PriceChangedDetail;
  'viewer-ready': ViewerReadyDetail;
  'viewer-progress': ViewerProgressDetail;
  'camera-changed': CameraChangedDetail;
  'hotspot-visibility': HotspotVisibilityDetail;
  'part-picked': PartPickedDetail;
  /** @internal */
  'twik-group-opened': GroupOpenedDetail;
}

type TwikEvents = {[Name in keyof TwikEventDetails]: CustomEvent<TwikEventDetails[Name]>};

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging needs an interface
  interface HTMLElementEventMap extends TwikEvents {}
}
