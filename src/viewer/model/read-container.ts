import {TwikError} from '../../core/error.js';

/** A glTF file taken apart. */
export interface GltfContainer {
  readonly json: unknown;
  /** The binary chunk of a GLB. */
  readonly binary: ArrayBuffer | null;
}

const magicGlb = 0x46546c67;
const chunkJson = 0x4e4f534a;
const chunkBinary = 0x004e4942;

/**
 * Takes a GLB or glTF file apart.
 *
 * @param type The `Content-Type` it came with, for the sentence when it is something else.
 * @throws TwikError `model-not-gltf`, `model-truncated`, `model-invalid`.
 */
export function readContainer(bytes: ArrayBuffer, url: string, type: string): GltfContainer {
  const view = new DataView(bytes);
  if (bytes.byteLength >= 4 && view.getUint32(0, true) === magicGlb) return readGlb(view, url);
  const start = new TextDecoder().decode(bytes.slice(0, 64)).trimStart();
  if (!start.startsWith('{')) {
    throw new TwikError(
      'model-not-gltf',
      `${url} is not a GLB or glTF file: it holds ${whatIs(start, bytes.byteLength)}${type ? ` and came as ${type}` : ''}. Check the address, and that the host does not answer missing files with a page.`,
    );
  }
  return {json: parseJson(bytes, url), binary: null};
}

function readGlb(view: DataView, url: string): GltfContainer {
  if (view.byteLength < 20) throw truncated(url, view.byteLength, 20);
  const version = view.getUint32(4, true);
  if (version !== 2) {
    throw new TwikError('model-invalid', `${url} is glTF ${version}. Export it as glTF 2.0.`);
  }
  const length = view.getUint32(8, true);
  if (length > view.byteLength) throw truncated(url, view.byteLength, length);
  let json: unknown;
  let binary: ArrayBuffer | null = null;
  for (let at = 12; at + 8 <= length;) {
    const size = view.getUint32(at, true);
    const kind = view.getUint32(at + 4, true);
    const start = at + 8;
    at = start + size;
    if (at > view.byteLength) throw truncated(url, view.byteLength, at);
    const chunk = () => view.buffer.slice(start, start + size) as ArrayBuffer;
    if (json === undefined) {
      if (kind !== chunkJson) throw new TwikError('model-invalid', `${url} does not begin with JSON. Export it again.`);
      json = parseJson(chunk(), url);
    } else if (kind === chunkBinary) {
      binary ??= chunk();
    }
  }
  if (json === undefined) throw truncated(url, view.byteLength, length);
  return {json, binary};
}

function parseJson(bytes: ArrayBuffer, url: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? ` (${cause.message})` : ' (it is not UTF-8)';
    throw new TwikError('model-invalid', `The JSON of ${url} is broken${reason}. Export it again.`, {cause});
  }
}

function truncated(url: string, found: number, wanted: number): TwikError {
  return new TwikError(
    'model-truncated',
    `${url} is cut short: it has ${found} bytes and says it needs ${wanted}. Upload the file again.`,
  );
}

function whatIs(start: string, length: number): string {
  if (length === 0) return 'nothing';
  if (/^<(!doctype html|html)/i.test(start)) return 'an HTML page';
  if (start.startsWith('<')) return 'XML';
  if (start.startsWith('PK')) return 'a ZIP archive';
  if (/^version https:\/\/git-lfs/.test(start)) return 'a Git LFS pointer';
  return 'something else';
}
