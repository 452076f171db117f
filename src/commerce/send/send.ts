import type {Abortable} from '../../core/product/load-product.js';
import {CartError} from './cart-error.js';
import {plainText} from './plain-text.js';
import {retryAfterMs} from './retry-after.js';

/** What a shop is asked, before anything is sent. */
export interface CartRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is needed of a `Response`. */
export interface CartResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly redirected?: boolean;
  readonly headers: {get(name: string): string | null};
  text(): Promise<string>;
}

export interface SendOptions<Signal extends Abortable | null = null> {
  /** The page's or Node's `fetch`, or one that adds what the shop asks for. */
  readonly fetch: (
    url: string,
    init: {method: string; headers: Record<string, string>; body?: string; signal?: Signal},
  ) => Promise<CartResponse>;
  /** Ends the request, such as `AbortSignal.timeout(10_000)`. */
  readonly signal?: Signal | undefined;
}

/** What a shop said. */
export interface CartAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: CartResponse['headers'];
}

/** What a shop's own words for "no" mean; `null` when it is none. */
export type Judge = (answer: CartAnswer) => CartError | null;

/**
 * Sends a request and gives the JSON of the answer. Nothing is sent twice.
 *
 * @param judge Reads answers that are JSON, whatever their status.
 * @throws CartError
 */
export async function send<Signal extends Abortable | null = null>(
  request: CartRequest,
  {fetch, signal}: SendOptions<Signal>,
  judge: Judge,
): Promise<CartAnswer> {
  const {url, method, body} = request;
  // Reading a cart changes nothing.
  const isRead = method === 'GET';
  if (signal?.aborted) throw aborted(false);
  const init = {
    method,
    headers: {...request.headers},
    ...(body === undefined ? {} : {body}),
    ...(signal ? {signal} : {}),
  };
  const reach = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (cause) {
      if (signal?.aborted) throw aborted(!isRead, cause);
      const message = `${url} did not answer. Check the connection, and see whether it arrived before you try again.`;
      throw new CartError('cart-unreachable', message, {mayHaveHappened: !isRead, cause});
    }
  };
  const response = await reach(() => fetch(url, init));
  const text = await reach(() => response.text());
  const {status, headers} = response;
  const json = parse(text);
  if (json === undefined || (response.redirected && !isRead) || status === 429 || status >= 500) {
    throw unusable(request, response, text, json !== undefined);
  }
  const answer = {status, json, headers};
  const fault = judge(answer) ?? (response.ok ? null : refused(answer, null));
  if (fault) throw fault;
  return answer;
}

/** A "no" that is not known more closely, in the shop's words as far as it gave any. */
export function refused(
  {status}: Pick<CartAnswer, 'status'>,
  words: string | null,
  mayHaveHappened = false,
): CartError {
  const shopWords = words === null ? null : plainText(words) || null;
  const message = `The shop refused (${status})${shopWords === null ? '' : `: ${shopWords.replace(/\.$/, '')}`}. Change what it says.`;
  return new CartError('cart-refused', message, {status, shopWords, mayHaveHappened});
}

/** Nothing that a cart answers. */
export function unknownAnswer(request: Pick<CartRequest, 'url'>, {status}: Pick<CartAnswer, 'status'>): CartError {
  const message = `${request.url} answered ${status}, but not as it should. See whether it arrived before you try again.`;
  return new CartError('cart-answer-unknown', message, {status, mayHaveHappened: true});
}

function unusable({url, method}: CartRequest, response: CartResponse, text: string, isJson: boolean): CartError {
  const {status} = response;
  const isRefusal = status >= 400 && status < 500;
  const mayHaveHappened = method !== 'GET' && !isRefusal;
  const options = {status, mayHaveHappened, retryAfterMs: retryAfterMs(response.headers)};
  if (status === 429) {
    return new CartError('cart-busy', `${url} has too much to do. Try again a little later.`, options);
  }
  if (status >= 500) {
    const message = `${url} failed (${status}). See whether it arrived before you try again.`;
    return new CartError('cart-failed', message, options);
  }
  if (response.redirected) {
    const message = `The request for ${url} was sent on elsewhere. Give the shop's root as it is in this language, and check whether the shop asks for a password.`;
    return new CartError('cart-redirected', message, options);
  }
  if (!isJson && (status === 404 || status === 405 || status === 410)) {
    const message = `There is nothing at ${url}. Check the address, and the shop's root in it.`;
    return new CartError('cart-route-unknown', message, options);
  }
  const what = /^\s*</.test(text) ? 'a page' : 'no JSON';
  const message = `${url} answered ${what} (${status}). Check the address, and what lies before it.`;
  return new CartError('cart-not-json', message, options);
}

function aborted(mayHaveHappened: boolean, cause?: unknown): CartError {
  const cure = mayHaveHappened ? 'See whether it arrived before you try again.' : 'Nothing was sent.';
  return new CartError('cart-aborted', `The request was ended. ${cure}`, {mayHaveHappened, cause});
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
