import {decodeBase64url, encodeBase64url} from '../../core/configuration/base64url.js';
import {canonicalJson} from '../../core/configuration/canonical.js';
import {decodeUtf8, encodeUtf8} from '../../core/configuration/utf8.js';
import {memberOf} from '../../core/product/json/readers.js';
import type {OfferKey} from './key-set.js';
import {isOffer, type Offer} from './offer.js';
import {refusal, type OfferRefusal} from './verdict.js';

/** Keeps a signature for an offer from being taken for one of another kind of document. */
const type = 'twik-offer';
/** An offer with the longest texts is shorter. */
const maxLength = 8192;
const whole = 'Ask for a new offer.';

/** An offer that has been read but not been checked. */
export interface OpenToken {
  readonly kind: 'open';
  readonly offer: Offer;
  readonly key: OfferKey;
  /** What the signature is over. */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** What a signature is made over: header and payload of a compact JWS (RFC 7515), both in canonical JSON. */
export function signingInput(offer: Offer, key: OfferKey): string {
  return [headerOf(key), canonicalJson(offer)].map((text) => encodeBase64url(encodeUtf8(text))).join('.');
}

function headerOf({id, algorithm}: OfferKey): string {
  return canonicalJson({alg: algorithm, kid: id, typ: type});
}

/**
 * Reads a compact JWS without believing it. There is exactly one way to write an offer: what is not written so, with
 * members twice, in another order, or in another base64url, is refused before anything else is looked at.
 */
export function openToken(token: unknown, keys: readonly OfferKey[]): OpenToken | OfferRefusal {
  if (typeof token !== 'string') return refusal('offer-malformed', `The offer is no text. ${whole}`);
  if (token.length > maxLength) {
    return refusal('offer-too-large', `The offer has more than ${maxLength} characters. ${whole}`);
  }
  const [head = '', body = '', seal = '', ...rest] = token.split('.');
  const header = decode(head);
  const payload = decode(body);
  const signature = decodeBase64url(seal);
  const offer = payload?.json;
  const alg = memberOf(header?.json, 'alg');
  const kid = memberOf(header?.json, 'kid');
  if (!isOffer(offer) || typeof alg !== 'string' || !signature || rest.length > 0) {
    return refusal('offer-malformed', `The offer is incomplete or was changed. ${whole}`);
  }
  const key = keys.find(({id}) => id === kid);
  if (!key) return refusal('offer-key-unknown', `The offer is signed with a key that is not known here. ${whole}`);
  if (alg !== key.algorithm) {
    return refusal('offer-algorithm', `Offers under key "${key.id}" are signed by ${key.algorithm} only. ${whole}`);
  }
  if (offer.keyId !== kid || header?.text !== headerOf(key) || payload?.text !== canonicalJson(offer)) {
    return refusal('offer-malformed', `The offer is not written as offers are. ${whole}`);
  }
  return {kind: 'open', offer, key, signed: bytesOf(`${head}.${body}`), signature: Uint8Array.from(signature)};
}

/** The bytes of base64url and points, in a buffer of their own, which is what `crypto.subtle` takes. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The JSON in a part, as text and as what it says; `null` when there is none. */
function decode(part: string): {readonly text: string; readonly json: unknown} | null {
  const bytes = decodeBase64url(part);
  const text = bytes && decodeUtf8(bytes);
  try {
    return text === null ? null : {text, json: JSON.parse(text)};
  } catch {
    return null;
  }
}
