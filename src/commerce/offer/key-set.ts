import {decodeBase64url, encodeBase64url} from '../../core/configuration/base64url.js';
import {TwikError} from '../../core/error.js';
import {isObject, memberOf, type JsonObject} from '../../core/product/json/readers.js';
import type {SigningJwk} from './subtle.js';

/** A key pair, or its public half, for the signatures of JWS that others can check. */
export interface PublicOfferKey {
  readonly id: string;
  readonly algorithm: 'EdDSA' | 'ES256';
  readonly jwk: SigningJwk;
}

/** A secret that signer and verifier share. */
export interface SecretOfferKey {
  readonly id: string;
  readonly algorithm: 'HS256';
  readonly secret: Uint8Array;
}

/** A key that offers are signed with. What it may be used for hangs on the key, never on what an offer claims. */
export type OfferKey = PublicOfferKey | SecretOfferKey;

/** The kinds of keys, and what their algorithm may be called. */
const forms = [
  {algorithm: 'EdDSA', kty: 'OKP', crv: 'Ed25519', names: ['EdDSA', 'Ed25519']},
  {algorithm: 'ES256', kty: 'EC', crv: 'P-256', names: ['ES256']},
  {algorithm: 'HS256', kty: 'oct', crv: undefined, names: ['HS256']},
] as const;

/** RFC 7518 asks for a secret at least as long as the digest. */
const minSecretLength = 32;

/**
 * Reads a JSON Web Key Set (RFC 7517): Ed25519 and P-256 keys, and secrets of at least 32 bytes. Keys of other kinds or
 * for other purposes are left out. To rotate, add the new key, sign with it, and remove the old one when the last offer
 * under it has expired.
 *
 * @throws TwikError `key-set-invalid`.
 */
export function readKeySet(json: unknown): readonly OfferKey[] {
  const keys = memberOf(json, 'keys');
  if (!Array.isArray(keys)) throw invalid('it has no list "keys"', '');
  const found = keys.flatMap((key: unknown, index) => {
    if (!isObject(key)) throw invalid(`key ${index} is no object`, `/keys/${index}`);
    const read = readKey(key, `/keys/${index}`);
    return read ? [read] : [];
  });
  const twice = found.find(({id}, index) => found.findIndex((other) => other.id === id) < index);
  if (twice) throw invalid(`there are two keys "${twice.id}"`, '/keys');
  return found;
}

/** `null` for a key that is none of ours. */
function readKey(key: JsonObject, path: string): OfferKey | null {
  const form = forms.find(({kty, crv}) => key['kty'] === kty && key['crv'] === crv);
  const {use = 'sig', alg, kid: id} = key;
  if (!form || use !== 'sig' || (alg !== undefined && !form.names.some((name) => name === alg))) return null;
  if (typeof id !== 'string' || id === '') throw invalid('a key has no "kid"', path);
  const bytesOf = (member: string): Uint8Array => {
    const text = key[member];
    const bytes = typeof text === 'string' ? decodeBase64url(text) : null;
    if (!bytes) throw invalid(`"${member}" of key "${id}" is no base64url`, path);
    return bytes;
  };
  const coordinate = (member: string): string => {
    const bytes = bytesOf(member);
    if (bytes.length !== 32) throw invalid(`"${member}" of key "${id}" has ${bytes.length} bytes, not 32`, path);
    return encodeBase64url(bytes);
  };
  const {algorithm, kty, crv} = form;
  if (algorithm === 'HS256') {
    const secret = bytesOf('k');
    if (secret.length < minSecretLength) throw invalid(`the secret of key "${id}" has less than 32 bytes`, path);
    return {id, algorithm, secret};
  }
  const jwk: SigningJwk = {
    kty,
    crv,
    x: coordinate('x'),
    ...(algorithm === 'ES256' ? {y: coordinate('y')} : {}),
    ...(key['d'] === undefined ? {} : {d: coordinate('d')}),
  };
  return {id, algorithm, jwk};
}

function invalid(what: string, path: string): TwikError {
  return new TwikError('key-set-invalid', `The key set cannot be used: ${what}. Correct it there.`, {path});
}
