import type {PublicOfferKey} from './key-set.js';

interface Scheme {
  readonly keyAlgorithm: {name: string; namedCurve?: string};
  readonly algorithm: {name: string; hash?: string};
}

/** What WebCrypto calls the algorithms of JWS. */
export function schemeOf({algorithm}: PublicOfferKey): Scheme {
  switch (algorithm) {
    case 'EdDSA':
      return {keyAlgorithm: {name: 'Ed25519'}, algorithm: {name: 'Ed25519'}};
    case 'ES256':
      return {
        keyAlgorithm: {name: 'ECDSA', namedCurve: 'P-256'},
        algorithm: {name: 'ECDSA', hash: 'SHA-256'},
      };
  }
}
