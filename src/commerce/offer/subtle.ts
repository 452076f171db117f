/** A public or private key as JSON (RFC 7517), as far as signatures need it. */
export interface SigningJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
  /** The private part. */
  readonly d?: string;
}

/** What is needed of `crypto.subtle`, which browsers, Node and edge runtimes have. */
export interface Subtle<Key> {
  importKey(
    format: 'jwk',
    key: SigningJwk,
    algorithm: {name: string; namedCurve?: string},
    extractable: boolean,
    usages: ('sign' | 'verify')[],
  ): Promise<Key>;
  sign(algorithm: {name: string; hash?: string}, key: Key, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  verify(
    algorithm: {name: string; hash?: string},
    key: Key,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}
