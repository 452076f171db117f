import type {Object3D} from 'three';
import {GLTFExporter} from 'three/addons/exporters/GLTFExporter.js';
import type {GLTFExporterPlugin, GLTFWriter} from 'three/addons/exporters/GLTFExporter.js';
import {TwikError} from '../../core/error.js';
import {isAbort} from '../model/fetch-bytes.js';
import type {Stage} from '../stage.js';
import {MaterialCopies} from './export/copy-material.js';
import {SceneCopy} from './export/copy-scene.js';

/** How a scene is written. */
export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** Whether hidden things are left out. Default `true`. */
  readonly onlyVisible?: boolean;
  /** Longer sides of pictures are scaled down to this, in pixels. Default: as they are. */
  readonly maxTextureSize?: number;
}

/**
 * Writes what a stage shows now as a GLB file: in metres, Y up, with the names of the files it came from, choices baked
 * in, every repetition a node of its own, without floor and shadow. The nodes of a single model are at the top, those of
 * several below a node with the model's id. Pictures are written anew as JPEG or PNG, which everything reads.
 *
 * @throws TwikError `export-failed`; an `AbortError` when `signal` says so.
 */
export async function exportGlb(
  stage: Stage,
  {signal, onlyVisible = true, maxTextureSize = Infinity}: ExportOptions = {},
): Promise<Blob> {
  signal?.throwIfAborted();
  const {content} = stage;
  if (!content) {
    throw new TwikError('export-failed', 'There is nothing to export yet. Wait for the first picture.');
  }
  const models = content.models.filter(({root}) => root.parent === content.scene);
  const materials = new MaterialCopies(stage.renderer, maxTextureSize);
  // Copied at once, so that what is chosen meanwhile is in all of it or in nothing.
  const copy = new SceneCopy(models, materials, onlyVisible);
  try {
    if (copy.isEmpty) throw new TwikError('export-failed', 'Nothing of the product is visible, so there is no file.');
    const exporter = new GLTFExporter().register((writer) => new Finish(writer));
    const written = exporter.parseAsync(copy.scene, {binary: true, trs: true, onlyVisible: false, maxTextureSize});
    return new Blob([bytesOf(await Promise.race([written, abortOf(signal)]))], {type: 'model/gltf-binary'});
  } catch (cause) {
    if (isAbort(cause) || cause instanceof TwikError || signal?.aborted) throw cause;
    throw new TwikError(
      'export-failed',
      'The product could not be written as a file. Try again with smaller pictures (maxTextureSize).',
      {cause},
    );
  } finally {
    copy.dispose();
    materials.dispose();
  }
}

interface WrittenJson {
  readonly asset: {generator?: string};
  readonly skins?: {skeleton?: number}[];
}

/** Puts right what three's exporter leaves wrong. */
class Finish implements GLTFExporterPlugin {
  readonly #writer: GLTFWriter;

  constructor(writer: GLTFWriter) {
    this.#writer = writer;
  }

  /** Two nodes may share a mesh and not its weights. */
  readonly writeNode = (object: Object3D, node: Record<string, unknown>): void => {
    if (node['mesh'] === undefined || !('morphTargetInfluences' in object)) return;
    if (object.morphTargetInfluences) node['weights'] = object.morphTargetInfluences;
  };

  readonly afterParse = (): void => {
    const json: WrittenJson = Reflect.get(this.#writer, 'json');
    json.asset.generator = 'Twik';
    // It takes the first bone, which need not be above the others; without, readers find the skeleton by themselves.
    for (const skin of json.skins ?? []) delete skin.skeleton;
  };
}

function bytesOf(written: ArrayBuffer | object): ArrayBuffer {
  if (written instanceof ArrayBuffer) return written;
  throw new TypeError('The exporter writes bytes when asked to.');
}

function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
  });
}
