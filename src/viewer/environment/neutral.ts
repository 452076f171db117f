import type {CubeTexture} from 'three';
import {TwikError} from '../../core/error.js';
import {decodeCube} from './cube-data.js';
import type {CubeData} from './cube-data.js';
import {createPmremTexture} from './pmrem-texture.js';

let download: Promise<CubeData> | null = null;

/**
 * Fetches the studio light once for the page; calling it early saves the wait later.
 *
 * @throws TwikError `environment-unreachable`.
 */
export function fetchNeutral(): Promise<CubeData> {
  download ??= load().catch((error: unknown) => {
    // The next viewer may have more luck.
    download = null;
    throw error;
  });
  return download;
}

/** A texture of the studio light, for one context. */
export async function loadNeutral(): Promise<CubeTexture> {
  return createPmremTexture(await fetchNeutral());
}

async function load(): Promise<CubeData> {
  const url = new URL('../../../assets/environments/neutral.bin', import.meta.url);
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    // Compressed in the file itself: many shops' hosts compress nothing they do not know.
    const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
    return decodeCube(new Uint8Array(await new Response(stream).arrayBuffer()));
  } catch (cause) {
    throw new TwikError(
      'environment-unreachable',
      `The light could not be loaded from ${url.href}. Serve Twik's "assets" folder beside its scripts, or allow the address in the page's content security policy.`,
      {cause},
    );
  }
}
