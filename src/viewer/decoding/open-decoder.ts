import {TwikError} from '../../core/error.js';
import {fetchBytes} from '../model/fetch-bytes.js';
import type {DecoderJob, DecoderResult} from './decoder-protocol.js';
import {openHere} from './open-here.js';
import {openWorker} from './open-worker.js';

/** Where a decoder lies. */
export interface DecoderFiles {
  /** What it unpacks, for sentences, such as "Draco". */
  readonly title: string;
  readonly script: URL;
  /** The WebAssembly that does the work, unless the script holds it. */
  readonly wasm: URL | null;
}

/** A decoder that is ready for one job at a time. */
export interface OpenDecoder<Job extends DecoderJob, Result extends DecoderResult> {
  run(job: Job): Promise<Result>;
  end(): void;
}

const wasmMagic = 0x00_61_73_6d;

/** The smallest WebAssembly there is: who may run it may run any. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether a worker could not be had once; the next one could not either. */
let hasNoWorkers = false;

/** Whether decoders share the page's thread, where several at once gain nothing. */
export function decodesHere(): boolean {
  return hasNoWorkers;
}

/**
 * Opens a decoder, in a worker if that can be.
 *
 * @throws TwikError `decoder-missing` when a file of it does not arrive, `decoder-blocked` when the page forbids it.
 */
export async function openDecoder<Job extends DecoderJob, Result extends DecoderResult>(
  files: DecoderFiles,
): Promise<OpenDecoder<Job, Result>> {
  const wasm = files.wasm && (await fetchWasm(files, files.wasm));
  if (!hasNoWorkers) {
    try {
      return await openWorker(files.script, wasm);
    } catch {
      // What it was shows below: without the file or the permission there is no decoder in the page either.
    }
  }
  if (!(await allowsWasm())) {
    throw new TwikError(
      'decoder-blocked',
      `The decoder for ${files.title} is WebAssembly, which this page or browser forbids. Add 'wasm-unsafe-eval' to script-src in the page's content security policy, or export without ${files.title}.`,
    );
  }
  try {
    const decoder = await openHere<Job, Result>(files.script, wasm);
    hasNoWorkers = true;
    return decoder;
  } catch (cause) {
    throw missing(files, files.script, cause);
  }
}

async function fetchWasm(files: DecoderFiles, url: URL): Promise<ArrayBuffer> {
  try {
    const {bytes, type} = await fetchBytes(url.href, {kind: 'decoder'});
    // Some hosts answer with a page when a file is not there.
    if (bytes.byteLength < 4 || new DataView(bytes).getUint32(0) !== wasmMagic) throw new Error(`it came as ${type}`);
    return bytes;
  } catch (cause) {
    throw missing(files, url, cause);
  }
}

function missing({title}: DecoderFiles, url: URL, cause: unknown): TwikError {
  return new TwikError(
    'decoder-missing',
    `The decoder for ${title} cannot be loaded from ${url.href}. Serve Twik's "assets" folder beside its scripts, and allow the address in script-src and connect-src of the page's content security policy.`,
    {cause},
  );
}

async function allowsWasm(): Promise<boolean> {
  try {
    // WebKit lets anybody compile, and stops whoever makes an instance.
    await WebAssembly.instantiate(emptyModule);
    return true;
  } catch {
    return false;
  }
}
