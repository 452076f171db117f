import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Message, validateBytes} from 'gltf-validator';

/** What the Khronos validator says about a model. */
export interface Validation {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** At most 100. */
  readonly messages: readonly Message[];
}

/**
 * Runs the Khronos validator. Files that a `.gltf` names are read from beside it.
 */
export async function validateModel(bytes: Uint8Array, file: string): Promise<Validation> {
  try {
    const {issues} = await validateBytes(bytes, {
      uri: path.basename(file),
      maxIssues: 100,
      // Pictures that the validator cannot look into and extensions it does not know say nothing about the file.
      ignoredIssues: ['IMAGE_UNRECOGNIZED_FORMAT', 'UNSUPPORTED_EXTENSION'],
      externalResourceFunction: async (uri) =>
        new Uint8Array(await readFile(path.resolve(path.dirname(file), decodeURIComponent(uri)))),
    });
    const {numErrors: errors, numWarnings: warnings, numInfos, numHints, messages} = issues;
    return {errors, warnings, notes: numInfos + numHints, messages};
  } catch (error) {
    // It throws, mostly a string, where bytes are no glTF at all.
    const message = error instanceof Error ? error.message : String(error);
    return {errors: 1, warnings: 0, notes: 0, messages: [{code: 'NOT_GLTF', message, severity: 0}]};
  }
}
