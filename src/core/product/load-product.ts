import {TwikError} from '../error.js';
import {defaultMaxBytes, tooLarge, utf8Length} from './json/size.js';
import type {ParseOptions} from './read-definition.js';
import type {Product} from './product.js';

/** What is needed of an `AbortSignal`. */
export interface Abortable {
  readonly aborted: boolean;
}

/** What is needed of a `Response`. */
export interface ProductResponse {
  readonly ok: boolean;
  readonly status: number;
  /** Where it came from in the end; `''` when the response does not say. */
  readonly url: string;
  readonly headers: {get(name: string): string | null};
  /** Lets go of what has not been read. */
  readonly body: {cancel(): Promise<void>} | null;
  clone(): {
    readonly body: {
      getReader(): {
        read(): Promise<{done: boolean; value?: {readonly byteLength: number} | undefined}>;
        cancel(): Promise<void>;
      };
    } | null;
  };
  text(): Promise<string>;
}

export interface LoadOptions<Signal extends Abortable | null = null> {
  /** The page's or Node's `fetch`, or one that adds what the server asks for. */
  readonly fetch: (url: string, init: {headers: Record<string, string>; signal?: Signal}) => Promise<ProductResponse>;
  /** Ends the load; what `fetch` then rejects with is passed on as it is. */
  readonly signal?: Signal | undefined;
  /** What addresses in an object are relative to, that of the file for itself: an absolute URL. Default `''`. */
  readonly baseUrl?: string;
  /** How many bytes the product may have. Default 32 MiB. */
  readonly maxBytes?: number;
  /** How much work one question about the product may take; see `ParseOptions`. */
  readonly workLimit?: number;
}

/**
 * Fetches and reads a product. An object that is no `URL` is taken as the product itself. What reads products is a
 * module of its own, fetched beside the file, so that a page does not wait for it.
 *
 * @throws TwikError `product-not-found`, `product-unreachable`, `product-not-json`, `product-too-large`,
 * `reader-unreachable`, or what `parseProduct` throws.
 * @example
 * const product = await loadProduct('/products/shelf.json', {fetch, signal});
 */
export async function loadProduct<Signal extends Abortable | null = null>(
  source: string | {readonly href: string} | object,
  {fetch, signal, baseUrl = '', maxBytes = defaultMaxBytes, ...limits}: LoadOptions<Signal>,
): Promise<Product> {
  const reader = loadReader();
  const address = typeof source === 'string' ? source : 'href' in source ? source.href : null;
  if (typeof address !== 'string') return (await reader)(source, {...limits, baseUrl, maxBytes});
  const reach = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (cause) {
      if (signal?.aborted || (cause instanceof Error && cause.name === 'AbortError') || cause instanceof TwikError) {
        throw cause;
      }
      const message = `${address} cannot be reached. Check the address, the network, and that the server allows this page (CORS).`;
      throw new TwikError('product-unreachable', message, {cause});
    }
  };
  const headers = {accept: 'application/json'};
  const response = await reach(() => fetch(address, signal ? {headers, signal} : {headers}));
  try {
    checkResponse(response, address, maxBytes);
    await reach(() => checkBody(response, maxBytes));
  } catch (error) {
    // An unread body would hold its connection.
    await response.body?.cancel().catch(() => undefined);
    throw error;
  }
  const text = await reach(() => response.text());
  if (utf8Length(text, maxBytes) > maxBytes) throw tooLarge(maxBytes);
  const ownUrl = response.url || (/^[a-z][\w+.-]*:/i.test(address) ? address : baseUrl);
  return (await reader)(text, {...limits, baseUrl: ownUrl, maxBytes});
}

type Reader = (source: unknown, options: ParseOptions) => Product;

function loadReader(): Promise<Reader> {
  const reader = import('./parse-product.js').then(
    ({parseProduct}): Reader => parseProduct,
    (cause: unknown) => {
      const message =
        'The part of Twik that reads products cannot be loaded. Check that all files of Twik are served, and load the page again.';
      throw new TwikError('reader-unreachable', message, {cause});
    },
  );
  // A load that fails before it asks for the reader tells that failure only.
  reader.catch(() => undefined);
  return reader;
}

function checkResponse({ok, status, headers}: ProductResponse, address: string, maxBytes: number): void {
  if (status === 404 || status === 410) {
    throw new TwikError('product-not-found', `There is nothing at ${address}. Check the address.`);
  }
  if (!ok) {
    throw new TwikError('product-unreachable', `${address} answered ${status}. Look into its log.`);
  }
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  // Plain servers do not know the ending .json and send it as text or bytes.
  if (type && !/^(.+[/+]json|text\/plain|.+\/octet-stream)$/.test(type)) {
    const message = `${address} is ${type}, not application/json. Correct the address, or the server's content type.`;
    throw new TwikError('product-not-json', message);
  }
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
}

/** Counts what really comes, on a copy, so that an endless body is cut off instead of kept. */
async function checkBody(response: ProductResponse, maxBytes: number): Promise<void> {
  const reader = response.clone().body?.getReader();
  let bytes = 0;
  while (reader) {
    const {done, value} = await reader.read();
    if (done) return;
    bytes += value?.byteLength ?? 0;
    if (bytes > maxBytes) {
      // The original must be let go of at the same time, or this would wait for it for ever.
      void reader.cancel().catch(() => undefined);
      throw tooLarge(maxBytes);
    }
  }
}
