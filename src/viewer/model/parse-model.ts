import type {Object3D} from 'three';
import {GLTFLoader} from 'three/addons/loaders/GLTFLoader.js';
import type {GLTF} from 'three/addons/loaders/GLTFLoader.js';
import {TwikError} from '../../core/error.js';
import type {LoadedModel} from '../loaded-model.js';
import {checkGeometry} from './check-geometry.js';
import type {HasExtension} from './load-image.js';
import type {ModelFile} from './model-file.js';
import {useModelFile} from './use-model-file.js';

export interface ParseModelOptions {
  /** Told of what is missing in a model that can be shown without, such as a picture. */
  readonly onIssue?: (error: TwikError) => void;
  /** Whether the context that is to show the model has an extension of WebGL. Default: none. */
  readonly hasExtension?: HasExtension;
  /** Ends what pictures are still to be fetched and unpacked for. */
  readonly signal?: AbortSignal;
}

/** How long a file may stay silent once it is here. */
const patienceMs = 10_000;

/**
 * Makes three objects of a file. Each call makes its own, so that stages which share a download share nothing they
 * change.
 *
 * @throws TwikError `model-invalid`, `model-empty`, `model-stalled`.
 */
export async function parseModel(
  id: string,
  file: ModelFile,
  {onIssue = () => undefined, hasExtension = () => false, signal}: ParseModelOptions = {},
): Promise<LoadedModel> {
  const loader = new GLTFLoader();
  let lastSign = performance.now();
  loader.register((parser) =>
    useModelFile(parser, file, {
      onIssue,
      hasExtension,
      signal,
      onSign: () => {
        lastSign = performance.now();
      },
    }),
  );
  // Twik plays no animations; parsing them would only cost time.
  const json = JSON.stringify({...file.json, animations: undefined});
  const gltf = await withWatchdog(loader.parseAsync(json, file.url), file.url, () => lastSign).catch(
    (cause: unknown) => {
      throw cause instanceof TwikError ? cause : unreadable(file.url, cause);
    },
  );
  applyVisibility(gltf);
  checkGeometry(gltf.scene, file.url);
  return {id, root: gltf.scene, gltf};
}

/** Nodes that the file itself hides: three does not read the extension. */
function applyVisibility(gltf: GLTF): void {
  const nodes: unknown = gltf.parser.json.nodes;
  if (!Array.isArray(nodes)) return;
  for (const [object, place] of gltf.parser.associations) {
    // three keeps entries without a place, whatever its types say.
    const index = (place as typeof place | undefined)?.nodes;
    if (index === undefined || !isObject3D(object)) continue;
    const node: {extensions?: {KHR_node_visibility?: {visible?: unknown}}} | undefined = nodes[index];
    if (node?.extensions?.KHR_node_visibility?.visible === false) object.visible = false;
  }
}

function isObject3D(value: object): value is Object3D {
  return 'isObject3D' in value;
}

/** Turns a parse that waits for something that never comes into an error. */
function withWatchdog<T>(work: Promise<T>, url: string, lastSign: () => number): Promise<T> {
  let timer = 0;
  const silence = new Promise<never>((_, reject) => {
    const check = () => {
      const left = lastSign() + patienceMs - performance.now();
      if (left > 0) {
        timer = window.setTimeout(check, left);
        return;
      }
      reject(
        new TwikError(
          'model-stalled',
          `${url} has been fetched but not read within ${patienceMs / 1000} seconds. Check the model with the glTF Validator.`,
        ),
      );
    };
    timer = window.setTimeout(check, patienceMs);
  });
  return Promise.race([work, silence]).finally(() => {
    clearTimeout(timer);
  });
}

function unreadable(url: string, cause: unknown): TwikError {
  // A TypeError says how three tripped and nothing about the file.
  const reason = cause instanceof Error && !(cause instanceof TypeError) ? ` (${cause.message})` : '';
  return new TwikError(
    'model-invalid',
    `${url} cannot be read${reason}. Export it again, or check it with the glTF Validator.`,
    {cause},
  );
}
