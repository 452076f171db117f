import type {ExpectedOffer} from './judge-offer.js';
import {readKeySet, type OfferKey} from './key-set.js';
import type {Subtle} from './subtle.js';
import {verifyOffer} from './verify-offer.js';
import type {OfferVerdict} from './verdict.js';

export interface OfferVerifierOptions<Key> {
  /** Fetches the JSON Web Key Set of the signer. */
  readonly loadKeys: () => Promise<unknown>;
  /** `crypto.subtle`. */
  readonly subtle: Subtle<Key>;
  /** Seconds since 1970, such as `() => Date.now() / 1000`. */
  readonly now: () => number;
  /** By how many seconds the clocks of signer and verifier may differ. Default 60. */
  readonly clockSkew?: number;
  /** How many seconds lie at least between two loads, so that made-up key ids load nothing. Default 60. */
  readonly reloadAfter?: number;
}

/** Checks an offer. Rejects only when the keys cannot be had. */
export type OfferVerifier = (token: unknown, expected: ExpectedOffer) => Promise<OfferVerdict>;

/**
 * Checks offers for as long as a server runs: the key set is loaded when first needed, and again when an offer names a
 * key that it lacks, which is how a new key gets known.
 *
 * @example
 * const verify = createOfferVerifier({
 *   loadKeys: async () => (await fetch('https://configure.example/.well-known/jwks.json')).json(),
 *   subtle: crypto.subtle,
 *   now: () => Date.now() / 1000,
 * });
 */
export function createOfferVerifier<Key>({
  loadKeys,
  subtle,
  now,
  clockSkew = 60,
  reloadAfter = 60,
}: OfferVerifierOptions<Key>): OfferVerifier {
  let keys: Promise<readonly OfferKey[]> | null = null;
  let loadedAt = 0;
  const load = (): Promise<readonly OfferKey[]> => {
    const before = keys;
    const loading = loadKeys().then(readKeySet);
    loadedAt = now();
    keys = loading;
    // What cannot be had is asked for again; until then what there was serves.
    loading.catch(() => {
      if (keys === loading) keys = before;
    });
    return loading;
  };
  return async (token, expected) => {
    const held = keys ?? load();
    const verify = async (known: Promise<readonly OfferKey[]>): Promise<OfferVerdict> =>
      verifyOffer(token, {keys: await known, subtle, expected, now: now(), clockSkew});
    const verdict = await verify(held);
    if (verdict.kind === 'accepted' || verdict.error.code !== 'offer-key-unknown') return verdict;
    // Somebody else may have loaded them in the meantime.
    if (keys !== null && keys !== held) return verify(keys);
    return now() - loadedAt < reloadAfter ? verdict : verify(load());
  };
}
