import {Worker} from 'node:worker_threads';
import {TwikError} from '@twik/sdk/core';
import type {TextureUse} from './texture-use.js';

/** Pixels as RGBA, row by row from the top. */
export interface RawPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * Packs a picture for the graphics card, smaller copies for the distance included. In a thread of its own: it takes
 * many seconds, and the encoder writes to standard output.
 *
 * @throws TwikError `texture-not-packed`.
 */
export async function encodeKtx2(
  picture: RawPicture,
  {kind}: TextureUse,
  quality: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const worker = new Worker(new URL('../../programs/encode-ktx2.mjs', import.meta.url), {
    workerData: {picture, kind, quality},
    stdout: true,
    stderr: true,
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<Uint8Array>((done, failed) => {
      worker.on('message', (bytes: unknown) => {
        if (bytes instanceof Uint8Array) done(bytes);
      });
      worker.on('error', failed);
      worker.on('exit', () => failed(new Error('It ended without a result.')));
    });
  } catch (cause) {
    signal.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TwikError('texture-not-packed', `A picture could not be packed as KTX2: ${reason} Leave out --ktx2.`, {
      cause,
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
