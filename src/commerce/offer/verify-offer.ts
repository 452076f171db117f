import {hmacSha256, isSameInConstantTime} from './hmac.js';
import {judgeOffer, type ExpectedOffer, type TimeSpan} from './judge-offer.js';
import type {OfferKey, PublicOfferKey} from './key-set.js';
import {isLowS} from './low-s.js';
import {schemeOf} from './scheme.js';
import type {SigningJwk, Subtle} from './subtle.js';
import {openToken, type OpenToken} from './token.js';
import {refusal, type OfferVerdict} from './verdict.js';

export interface VerifyOfferOptions<Key> {
  readonly keys: readonly OfferKey[];
  /** `crypto.subtle`. */
  readonly subtle: Subtle<Key>;
  readonly expected: ExpectedOffer;
  /** Seconds since 1970, such as `Date.now() / 1000`. */
  readonly now: number;
  /** By how many seconds the clocks of signer and verifier may differ. Default 60. */
  readonly clockSkew?: number;
}

/**
 * Checks an offer wherever it turns up: signature first, then time, shop, variant, quantity and what else is expected.
 * Whatever it is given as an offer, it never throws.
 *
 * @example
 * const verdict = await verifyOffer(token, {keys, subtle: crypto.subtle, now: Date.now() / 1000, expected});
 * if (verdict.kind === 'accepted') setPrice(verdict.offer.unitPrice);
 */
export async function verifyOffer<Key>(
  token: unknown,
  {keys, subtle, expected, now, clockSkew = 60}: VerifyOfferOptions<Key>,
): Promise<OfferVerdict> {
  const open = openToken(token, keys);
  if (open.kind === 'refused') return open;
  const {key, offer} = open;
  try {
    const isSigned = key.algorithm === 'HS256' ? hasMac(open, key.secret) : await hasSignature(open, key, subtle);
    if (!isSigned) return notSigned();
  } catch (cause) {
    const words = `Signatures by ${key.algorithm} with key "${key.id}" cannot be checked here. Check the key and the platform.`;
    return refusal('offer-unverifiable', words, cause);
  }
  return judgeOffer(offer, expected, {earliest: now - clockSkew, latest: now + clockSkew});
}

export interface VerifyMacOptions {
  readonly keys: readonly OfferKey[];
  readonly expected: ExpectedOffer;
  readonly time: TimeSpan;
}

/** The same for shared secrets only, at once and without WebCrypto. */
export function verifyMacOffer(token: unknown, {keys, expected, time}: VerifyMacOptions): OfferVerdict {
  const open = openToken(token, keys);
  if (open.kind === 'refused') return open;
  const {key, offer} = open;
  if (key.algorithm !== 'HS256') {
    return refusal('offer-unverifiable', `Key "${key.id}" is no shared secret. Sign offers for this place with one.`);
  }
  return hasMac(open, key.secret) ? judgeOffer(offer, expected, time) : notSigned();
}

function notSigned(): OfferVerdict {
  return refusal('offer-signature', 'The offer was changed after it was signed. Ask for a new one.');
}

function hasMac({signed, signature}: OpenToken, secret: Uint8Array): boolean {
  return isSameInConstantTime(hmacSha256(secret, signed), signature);
}

async function hasSignature<Key>(
  {signed, signature}: OpenToken,
  key: PublicOfferKey,
  subtle: Subtle<Key>,
): Promise<boolean> {
  if (key.algorithm === 'ES256' && !isLowS(signature)) return false;
  const {keyAlgorithm, algorithm} = schemeOf(key);
  const imported = await subtle.importKey('jwk', publicHalf(key.jwk), keyAlgorithm, false, ['verify']);
  return subtle.verify(algorithm, imported, signature, signed);
}

/** A key with its private part cannot be imported for checking. */
function publicHalf({kty, crv, x, y}: SigningJwk): SigningJwk {
  return y === undefined ? {kty, crv, x} : {kty, crv, x, y};
}
