import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Message, validateBytes} from 'gltf-validator';

/** What the Khronos validator says about a model. */
export interface Validation {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** The gravest first, at most 100. */
  readonly messages: readonly Message[];
  /** Whether the file can be trusted to be what it says: its indices lead somewhere, its nodes are a tree. */
  readonly isSound: boolean;
}

/** Errors that every viewer gets over. */
const ofLooks: ReadonlySet<string> = new Set(['MESH_PRIMITIVE_NO_TANGENT_SPACE']);

/** The validator hands on what reading a file beside the model has thrown, with words of its own runtime. */
function withCure(found: Message): Message {
  if (found.code !== 'IO_ERROR') return found;
  const reason = found.message.replace(/^Node Exception: (Error: )?/, '');
  return {...found, message: `A file of the model cannot be read (${reason}). Put it beside the model.`};
}

/**
 * Runs the Khronos validator. Files that a `.gltf` names are read from beside it.
 */
export async function validateModel(bytes: Uint8Array, file: string): Promise<Validation> {
  try {
    const {issues} = await validateBytes(bytes, {
      uri: path.basename(file),
      // All of them: it counts no further than it lists.
      maxIssues: 0,
      // Pictures that the validator cannot look into and extensions it does not know say nothing about the file.
      ignoredIssues: ['IMAGE_UNRECOGNIZED_FORMAT', 'UNSUPPORTED_EXTENSION'],
      externalResourceFunction: async (uri) =>
        new Uint8Array(await readFile(path.resolve(path.dirname(file), decodeURIComponent(uri)))),
    });
    const {numErrors: errors, numWarnings: warnings, numInfos, numHints, messages} = issues;
    return {
      errors,
      warnings,
      notes: numInfos + numHints,
      messages: messages
        .toSorted((a, b) => a.severity - b.severity)
        .slice(0, 100)
        .map(withCure),
      isSound: messages.every(({severity, code}) => severity > 0 || ofLooks.has(code)),
    };
  } catch (error) {
    // It throws, mostly a string, where bytes are no glTF at all.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The file is no glTF (${reason}). Export it again as .glb.`;
    return {errors: 1, warnings: 0, notes: 0, messages: [{code: 'NOT_GLTF', message, severity: 0}], isSound: false};
  }
}
