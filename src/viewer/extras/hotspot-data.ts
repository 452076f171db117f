import {Vector3} from 'three';
import {TwikError} from '../../core/error.js';

/** What an element says of its place in the scene. */
export interface HotspotData {
  /** In metres; with a node, in the node's own space, so that it goes and grows with it. */
  readonly position: Vector3;
  /** Where it looks, as `position`; `null`: to all sides. */
  readonly normal: Vector3 | null;
  /** The name of a node in a file of the scene, or `''`. */
  readonly node: string;
}

/**
 * Reads `data-position`, `data-normal` and `data-node` of a hotspot.
 *
 * @throws TwikError `hotspot-invalid`, with the path of the attribute.
 */
export function readHotspot(element: HTMLElement): HotspotData {
  const {normal, node = ''} = element.dataset;
  return {
    position: readVector(element, 'position', 'three numbers in metres, such as "0.2 0.75 -0.1"'),
    normal: normal === undefined ? null : readVector(element, 'normal', 'a direction, such as "0 1 0" for upwards'),
    node,
  };
}

/** An error that names a hotspot as the page has written it. */
export function hotspotError(element: HTMLElement, attribute: string, problem: string): TwikError {
  const id = element.id && ` id="${element.id}"`;
  const text = element.textContent.trim().slice(0, 40);
  const tag = `<${element.localName}${id} slot="${element.slot}">${text && ` ("${text}")`}`;
  return new TwikError('hotspot-invalid', `The hotspot ${tag} ${problem}`, {path: `data-${attribute}`});
}

function readVector(element: HTMLElement, name: 'position' | 'normal', cure: string): Vector3 {
  const said = element.dataset[name];
  const attribute = `data-${name}`;
  if (said === undefined) throw hotspotError(element, name, `has no ${attribute}. Write ${cure}.`);
  const [x = NaN, y = NaN, z = NaN, ...rest] = said.trim().split(/\s+/).map(readNumber);
  const vector = new Vector3(x, y, z);
  const isNowhere = name === 'normal' && vector.lengthSq() === 0;
  if (rest.length === 0 && !isNowhere && Number.isFinite(x + y + z)) return vector;
  throw hotspotError(element, name, `has ${attribute}="${said}", which cannot be read. Write ${cure}.`);
}

/** `0.2` and `0.2m`; NaN for anything else. */
function readNumber(word: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?m?$/i.test(word) ? parseFloat(word) : NaN;
}
