import {bytesOfHex, hexOf} from './hex.js';

// Of an ECDSA signature (r, s) there is always a twin, (r, n - s), that is right too. Only the one with the smaller s
// counts here, so that nobody can change a signed offer at all, not even into one that says the same.

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const half = 32;

/** Whether a signature over P-256 (r and s, 32 bytes each) is the one of the two that counts. */
export function isLowS(signature: Uint8Array): boolean {
  return signature.length === 2 * half && sOf(signature) <= order / 2n;
}

/** The one of the two that counts. */
export function withLowS(signature: Uint8Array): Uint8Array {
  if (isLowS(signature)) return signature;
  const twin = (order - sOf(signature)).toString(16).padStart(2 * half, '0');
  const found = signature.slice();
  found.set(bytesOfHex(twin), half);
  return found;
}

function sOf(signature: Uint8Array): bigint {
  return BigInt(`0x${hexOf(signature.subarray(half))}`);
}
