import {sha256} from '../../core/configuration/sha256.js';
import {bytesOfHex} from './hex.js';

const blockLength = 64;

/** HMAC-SHA256 (RFC 2104). Needs no platform: carts' functions run where there is no WebCrypto. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockLength);
  block.set(key.length > blockLength ? digest(key) : key);
  const inner = digest(joined(padded(block, 0x36), message));
  return digest(joined(padded(block, 0x5c), inner));
}

/** Whether two rows of bytes are equal, in a time that does not tell where they differ. */
export function isSameInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

function digest(bytes: Uint8Array): Uint8Array {
  return bytesOfHex(sha256(bytes));
}

function padded(block: Uint8Array, pad: number): Uint8Array {
  return block.map((byte) => byte ^ pad);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
