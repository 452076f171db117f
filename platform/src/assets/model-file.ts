import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {GLTF, JSONDocument} from '@gltf-transform/core';
import {TwikError} from '@twik/sdk/core';
import {createModelIo} from './model-io.js';

/** A glTF file on disk. */
export interface ModelFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file.
 *
 * @throws TwikError `file-missing`, `file-unreadable`.
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new TwikError('file-missing', `${file} is not there. Check the address.`, {cause});
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TwikError('file-unreadable', `${file} cannot be read: ${reason}.`, {cause});
  }
}

/** Whether a name is that of a model and not of a product. */
export function isModelName(file: string): boolean {
  return /\.(glb|gltf)$/i.test(file);
}

/**
 * The JSON of a model with its buffers and pictures. The JSON of a `.glb` is as broken as the file: validate it first.
 *
 * @throws TwikError `model-unreadable`.
 */
export async function readDocument({file, bytes}: ModelFile): Promise<JSONDocument> {
  const io = await createModelIo();
  try {
    return path.extname(file).toLowerCase() === '.gltf' ? await io.readAsJSON(file) : await io.binaryToJSON(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TwikError('model-unreadable', `${file} cannot be read: ${reason}. Export it again.`, {cause});
  }
}

/** The names of the extensions that a file uses. */
export function extensionsOf(json: GLTF.IGLTF): string[] {
  return [...new Set([...(json.extensionsUsed ?? []), ...(json.extensionsRequired ?? [])])];
}
