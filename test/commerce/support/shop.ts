import type {CartResponse} from '../../../src/commerce/send/send.js';

/** A request as a shop got it. */
export interface Received {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An answer as a test writes it down. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON where it is no text. */
  readonly body?: unknown;
  readonly redirected?: boolean;
  /** The connection breaks before the answer, or while it is read. */
  readonly broken?: 'before' | 'within';
}

/** A shop that gives these answers, one after the other, and remembers what it was asked. */
export function shopThat(...answers: readonly Answer[]) {
  const received: Received[] = [];
  const fetch = (
    url: string,
    {method, headers, body}: {method: string; headers: Record<string, string>; body?: string},
  ): Promise<CartResponse> => {
    received.push({url, method, headers, body: body === undefined ? undefined : JSON.parse(body)});
    const answer = answers[received.length - 1];
    if (!answer) throw new Error(`The shop was asked ${received.length} times.`);
    if (answer.broken === 'before') return Promise.reject(new TypeError('Failed to fetch'));
    const status = answer.status ?? 200;
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
    const named = new Map(Object.entries(answer.headers ?? {}));
    return Promise.resolve({
      ok: status >= 200 && status < 300,
      status,
      redirected: answer.redirected ?? false,
      headers: {get: (name: string) => named.get(name.toLowerCase()) ?? null},
      text: () => (answer.broken === 'within' ? Promise.reject(new TypeError('network error')) : Promise.resolve(text)),
    });
  };
  return {fetch, received};
}
