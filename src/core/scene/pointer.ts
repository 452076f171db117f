import {TwikError} from '../error.js';

/** What a pointer addresses, by the names in the glTF file. */
export type PointerTarget =
  /** A node below its named ancestors, outermost first; usually just one name. `*` in a name stands for any text. */
  | {readonly kind: 'node'; readonly path: readonly string[]}
  /** Every material of this name. */
  | {readonly kind: 'material'; readonly name: string}
  /** The whole model. */
  | {readonly kind: 'model'};

/** A place in a model. */
export interface ScenePointer {
  readonly target: PointerTarget;
  /** What of it is meant, such as `['extensions', 'KHR_node_visibility', 'visible']` or `['twik:material']`. */
  readonly property: readonly string[];
}

function refuse(text: string, cure: string): never {
  throw new TwikError('pointer-invalid', `"${text}" is not a scene pointer. ${cure}`);
}

/**
 * Reads a glTF Object Model pointer that addresses by name: `/nodes/@Door/translation`, `/nodes/@Body>Door/scale`
 * (`Door` below `Body`), `/materials/@Fabric/pbrMetallicRoughness/baseColorFactor`, `/twik:variant`.
 * In a name `~1` stands for `/` and `~0` for `~`.
 *
 * @throws TwikError `pointer-invalid`.
 */
export function parsePointer(text: string): ScenePointer {
  if (/~(?![01])/.test(text)) refuse(text, 'In a name write "~" as "~0" and "/" as "~1".');
  const [before, list = '', ...rest] = text.split('/');
  if (before !== '') refuse(text, 'Begin with "/nodes/@Name/", "/materials/@Name/" or "/twik:".');
  if (list.startsWith('twik:')) return {target: {kind: 'model'}, property: [list, ...rest].map(unescapeName)};
  if (list !== 'nodes' && list !== 'materials') {
    refuse(text, 'Begin with "/nodes/@Name/", "/materials/@Name/" or "/twik:".');
  }
  const [name = '', ...property] = rest;
  if (!name.startsWith('@')) refuse(text, `Address by name: "/${list}/@Name/…".`);
  const path = (list === 'nodes' ? name.slice(1).split('>') : [name.slice(1)]).map(unescapeName);
  if (path.includes('')) refuse(text, 'Write the name after "@".');
  if (property.length === 0 || property.includes('')) {
    refuse(text, `Say what to set, such as "/${list}/${name}/twik:material".`);
  }
  return {
    target: list === 'nodes' ? {kind: 'node', path} : {kind: 'material', name: path.join('')},
    property: property.map(unescapeName),
  };
}

function unescapeName(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
