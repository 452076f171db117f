/**
 * How long an answer asks to wait (RFC 9110). A date is read against the answer's own, so that the clock of the
 * shopper does not matter; without one it says nothing.
 */
export function retryAfterMs(headers: {get(name: string): string | null}): number | null {
  // WooCommerce has a header of its own.
  const text = (headers.get('retry-after') ?? headers.get('ratelimit-retry-after') ?? '').trim();
  if (/^\d{1,7}$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(wait, 0) : null;
}
