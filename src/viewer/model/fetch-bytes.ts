import {TwikError} from '../../core/error.js';

export interface FetchBytesOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes so far and in all; `total` is 0 while nobody knows. */
  readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
  /** What is fetched, for codes: `model` gives `model-not-found`. */
  readonly kind: 'model' | 'texture' | 'decoder';
}

export interface FetchedBytes {
  readonly bytes: ArrayBuffer;
  /** The `Content-Type` without parameters, or `''`. */
  readonly type: string;
}

/**
 * Fetches a file and reports how far it has come.
 *
 * @throws TwikError `…-not-found`, `…-unreachable`, `…-truncated`; an `AbortError` when `signal` says so.
 */
export async function fetchBytes(url: string, {signal, onProgress, kind}: FetchBytesOptions): Promise<FetchedBytes> {
  const response = await fetch(url, signal ? {signal} : {}).catch((cause: unknown) => {
    throw isAbort(cause) ? cause : unreachable(kind, url, cause);
  });
  if (response.status === 404 || response.status === 410) {
    throw new TwikError(
      `${kind}-not-found`,
      `There is no file at ${url} (status ${response.status}). Check the address; it is relative to the product file.`,
    );
  }
  if (!response.ok) {
    throw new TwikError(
      `${kind}-unreachable`,
      `The host answered ${url} with status ${response.status}. Check that the file is public.`,
    );
  }
  // With a content encoding the length is that of the compressed bytes, which are not the ones counted here.
  const isPlain = !response.headers.get('content-encoding');
  const total = isPlain ? Number(response.headers.get('content-length') ?? 0) : 0;
  const bytes = await readAll(response, total, onProgress).catch((cause: unknown) => {
    if (isAbort(cause)) throw cause;
    throw new TwikError(`${kind}-truncated`, `The transfer of ${url} broke off. Load it again.`, {cause});
  });
  return {bytes, type: (response.headers.get('content-type') ?? '').split(';', 1).join('').trim()};
}

async function readAll(
  response: Response,
  total: number,
  onProgress: FetchBytesOptions['onProgress'],
): Promise<ArrayBuffer> {
  if (!response.body || !onProgress) return response.arrayBuffer();
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    loaded += part.value.length;
    onProgress(loaded, total);
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes.buffer;
}

function unreachable(kind: string, url: string, cause: unknown): TwikError {
  return new TwikError(
    `${kind}-unreachable`,
    `${url} could not be fetched. Check the connection, that the host sends Access-Control-Allow-Origin, and connect-src in the page's content security policy.`,
    {cause},
  );
}

/** Whether somebody has called a load off, which is nobody's failure. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
