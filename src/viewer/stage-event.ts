import type {TwikError} from '../core/error.js';
import type {Orbit} from './camera/orbit.js';
import type {Pick} from './pick.js';

/** What a stage tells. */
export type StageEvent =
  /** How much of what was asked for has been loaded, 0 to 1. */
  | {readonly kind: 'progress'; readonly share: number}
  /** The first picture of a load is on the screen: the GPU has finished it. */
  | {readonly kind: 'ready'}
  /** The camera has moved; once for each frame of a motion. */
  | {readonly kind: 'camera'; readonly source: 'user' | 'program'; readonly orbit: Orbit}
  /** Somebody has tapped on something. */
  | {readonly kind: 'pick'; readonly pick: Pick}
  /** Something is missing in the picture, or there is none. */
  | {readonly kind: 'error'; readonly error: TwikError}
  /** The browser has taken the graphics context away; the last picture stays until it is back. */
  | {readonly kind: 'context-lost'}
  | {readonly kind: 'context-restored'};
