import {encodeBase64url} from '../../core/configuration/base64url.js';
import {TwikError} from '../../core/error.js';
import {hmacSha256} from './hmac.js';
import type {OfferKey} from './key-set.js';
import {withLowS} from './low-s.js';
import {wrongMemberOfOffer, type Offer} from './offer.js';
import {schemeOf} from './scheme.js';
import type {Subtle} from './subtle.js';
import {bytesOf, signingInput} from './token.js';

export interface SignOfferOptions<Key> {
  /** Holds the private part, or the secret. */
  readonly key: OfferKey;
  /** `crypto.subtle`. */
  readonly subtle: Subtle<Key>;
}

/** All that an offer says by itself; the rest follows from the key. */
export type OfferTerms = Omit<Offer, 'v' | 'keyId'>;

/**
 * Signs an offer: a compact JWS of its canonical JSON, which `verifyOffer` checks.
 *
 * @throws TwikError `offer-invalid`, `key-not-private`.
 * @example
 * const offer = await signOffer(terms, {key, subtle: crypto.subtle});
 */
export async function signOffer<Key>(terms: OfferTerms, {key, subtle}: SignOfferOptions<Key>): Promise<string> {
  const offer: Offer = {...terms, v: 1, keyId: key.id};
  const wrong = wrongMemberOfOffer(offer) ?? misfit(offer);
  if (wrong !== null) {
    throw new TwikError('offer-invalid', `"${wrong}" of the offer is not right. Correct it.`, {path: `/${wrong}`});
  }
  const input = signingInput(offer, key);
  return `${input}.${encodeBase64url(await signatureOf(bytesOf(input), key, subtle))}`;
}

/** Members that contradict each other. */
function misfit({quantityFrom, quantityTo, issuedAt, expiresAt}: Offer): string | null {
  if (quantityTo < quantityFrom) return 'quantityTo';
  return expiresAt <= issuedAt ? 'expiresAt' : null;
}

async function signatureOf<Key>(
  bytes: Uint8Array<ArrayBuffer>,
  key: OfferKey,
  subtle: Subtle<Key>,
): Promise<Uint8Array> {
  if (key.algorithm === 'HS256') return hmacSha256(key.secret, bytes);
  if (key.jwk.d === undefined) {
    throw new TwikError('key-not-private', `Key "${key.id}" is only the public half. Sign with the private one.`);
  }
  const {keyAlgorithm, algorithm} = schemeOf(key);
  const imported = await subtle.importKey('jwk', key.jwk, keyAlgorithm, false, ['sign']);
  const signature = new Uint8Array(await subtle.sign(algorithm, imported, bytes));
  return key.algorithm === 'ES256' ? withLowS(signature) : signature;
}
