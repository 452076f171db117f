import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {hexOf} from '../../../src/commerce/offer/hex.js';
import {hmacSha256, isSameInConstantTime} from '../../../src/commerce/offer/hmac.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('HMAC-SHA256', () => {
  // RFC 4231, cases 1, 2, 3 and 6.
  const examples: readonly (readonly [Uint8Array, Uint8Array, string])[] = [
    [
      new Uint8Array(20).fill(0x0b),
      bytesOf('Hi There'),
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      bytesOf('Jefe'),
      bytesOf('what do ya want for nothing?'),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      new Uint8Array(20).fill(0xaa),
      new Uint8Array(50).fill(0xdd),
      '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
    ],
    [
      new Uint8Array(131).fill(0xaa),
      bytesOf('Test Using Larger Than Block-Size Key - Hash Key First'),
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ];
  for (const [key, message, mac] of examples) {
    it(`of ${message.length} bytes is that of the RFC`, () => assert.equal(hexOf(hmacSha256(key, message)), mac));
  }

  it('is that of Node', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 150}), fc.uint8Array({maxLength: 300}), (key, message) => {
        assert.equal(hexOf(hmacSha256(key, message)), createHmac('sha256', key).update(message).digest('hex'));
      }),
    );
  });

  // Published examples of what others sign with it.
  it('reproduces the OAuth example of Shopify', () => {
    const message = 'code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&timestamp=1337178173';
    const mac = '4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20';
    assert.equal(hexOf(hmacSha256(bytesOf('hush'), bytesOf(message))), mac);
  });

  it('reproduces the example of Standard Webhooks', () => {
    const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const message = 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}';
    const mac = Buffer.from(hmacSha256(secret, bytesOf(message))).toString('base64');
    assert.equal(`v1,${mac}`, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});

describe('Comparing in constant time', () => {
  it('says whether all bytes are equal', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 8}), fc.uint8Array({maxLength: 8}), (a, b) => {
        assert.equal(isSameInConstantTime(a, b), Buffer.from(a).equals(Buffer.from(b)));
        assert.equal(isSameInConstantTime(a, a.slice()), true);
      }),
    );
  });

  it('takes no end of zeros for equal', () => {
    assert.equal(isSameInConstantTime(Uint8Array.of(1), Uint8Array.of(1, 0)), false);
    assert.equal(isSameInConstantTime(Uint8Array.of(1, 0), Uint8Array.of(1)), false);
  });
});
