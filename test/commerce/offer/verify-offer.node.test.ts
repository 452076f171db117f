import assert from 'node:assert/strict';
import {createHmac, createPrivateKey, sign} from 'node:crypto';
import {describe, it} from 'node:test';
import {canonicalJson} from '../../../src/core/configuration/canonical.js';
import {readKeySet} from '../../../src/commerce/offer/key-set.js';
import {withLowS} from '../../../src/commerce/offer/low-s.js';
import type {ExpectedOffer} from '../../../src/commerce/offer/judge-offer.js';
import type {Offer} from '../../../src/commerce/offer/offer.js';
import {signOffer} from '../../../src/commerce/offer/sign-offer.js';
import {verifyMacOffer, verifyOffer} from '../../../src/commerce/offer/verify-offer.js';
import {expected, keyOf, now, privateKeys, privateKeySet, publicKeys, terms} from '../support/offers.js';

const {subtle} = globalThis.crypto;
const base64url = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const signed = (id: string, changed: Partial<Offer> = {}): Promise<string> =>
  signOffer({...terms, ...changed}, {key: keyOf(id), subtle});

/** `accepted`, or the code of the refusal. */
async function verdictOn(token: unknown, options: Partial<Parameters<typeof verifyOffer>[1]> = {}): Promise<string> {
  const verdict = await verifyOffer(token, {keys: publicKeys, subtle, expected, now, ...options});
  if (verdict.kind === 'accepted') return 'accepted';
  assert.match(verdict.error.message, /\. [A-Z].*\.$/, 'says what is wrong, and then what to do');
  return verdict.error.code;
}

/** A compact JWS under a secret, of whatever header and payload. */
function maced(header: string, payload: string, secret: string | Buffer = privateKeySet.keys[2]?.k ?? ''): string {
  const key = typeof secret === 'string' ? Buffer.from(secret, 'base64url') : secret;
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
}

const offer = canonicalJson({...terms, v: 1, keyId: 'mac'});
const header = '{"alg":"HS256","kid":"mac","typ":"twik-offer"}';

for (const id of ['ed', 'ec', 'mac']) {
  describe(`An offer signed with the key "${id}"`, () => {
    it('is accepted, with all it says', async () => {
      const verdict = await verifyOffer(await signed(id), {keys: publicKeys, subtle, expected, now});
      assert.deepEqual(verdict, {kind: 'accepted', offer: {...terms, v: 1, keyId: id}});
    });

    it('is the canonical JSON of the offer as a compact JWS', async () => {
      const [head = '', body = '', seal = ''] = (await signed(id)).split('.');
      const alg = {ed: 'EdDSA', ec: 'ES256', mac: 'HS256'}[id];
      assert.equal(Buffer.from(head, 'base64url').toString(), `{"alg":"${alg}","kid":"${id}","typ":"twik-offer"}`);
      assert.equal(Buffer.from(body, 'base64url').toString(), canonicalJson({...terms, v: 1, keyId: id}));
      assert.equal(Buffer.from(seal, 'base64url').length, id === 'mac' ? 32 : 64);
    });
  });
}

describe('What Node signs', () => {
  const jwkOf = (id: string) =>
    createPrivateKey({key: {...privateKeySet.keys.find(({kid}) => kid === id)}, format: 'jwk'});

  it('is what we sign by EdDSA, which has no randomness', async () => {
    const token = await signed('ed');
    const input = token.slice(0, token.lastIndexOf('.'));
    assert.equal(token, `${input}.${base64url(sign(null, Buffer.from(input), jwkOf('ed')))}`);
  });

  it('is accepted by ES256, where it has the smaller s; its twin is not', async () => {
    const token = await signed('ec');
    const input = token.slice(0, token.lastIndexOf('.'));
    for (let round = 0; round < 20; round++) {
      const made = sign('sha256', Buffer.from(input), {key: jwkOf('ec'), dsaEncoding: 'ieee-p1363'});
      const low = withLowS(made);
      assert.equal(await verdictOn(`${input}.${base64url(low)}`), 'accepted');
      if (!made.equals(low)) assert.equal(await verdictOn(`${input}.${base64url(made)}`), 'offer-signature');
    }
  });

  it('is what we sign with a secret', async () => assert.equal(await signed('mac'), maced(header, offer)));
});

describe('Where there is no WebCrypto', () => {
  const time = {earliest: now, latest: now};

  it('an offer under a secret is checked at once', async () => {
    const token = await signed('mac');
    assert.equal(verifyMacOffer(token, {keys: publicKeys, expected, time}).kind, 'accepted');
    const other = verifyMacOffer(`${token.slice(0, -4)}AAAA`, {keys: publicKeys, expected, time});
    assert.equal(other.kind === 'refused' && other.error.code, 'offer-signature');
  });

  it('an offer under a key pair is refused in words', async () => {
    const verdict = verifyMacOffer(await signed('ed'), {keys: publicKeys, expected, time});
    assert.equal(verdict.kind === 'refused' && verdict.error.code, 'offer-unverifiable');
  });
});

describe('An offer is refused', () => {
  const replays: readonly (readonly [string, Partial<ExpectedOffer>, string])[] = [
    ['another shop', {audience: 'oak.example'}, 'offer-audience'],
    ['another variant', {variant: '1'}, 'offer-variant'],
    ['fewer pieces', {quantity: 1}, 'offer-quantity'],
    ['more pieces', {quantity: 10}, 'offer-quantity'],
    ['a number of pieces that is none', {quantity: NaN}, 'offer-quantity'],
    ['another currency', {currency: 'USD'}, 'offer-currency'],
    ['another product', {product: 'chair'}, 'offer-product'],
    ['another version of the product', {productVersion: '2026.3'}, 'offer-product-version'],
    ['another configuration', {configurationHash: 'a'.repeat(64)}, 'offer-configuration'],
    ['another configuration id', {configurationId: 'cfg_0'}, 'offer-configuration'],
  ];
  for (const [place, changed, code] of replays) {
    it(`for ${place}`, async () => {
      assert.equal(await verdictOn(await signed('ed'), {expected: {...expected, ...changed}}), code);
    });
  }

  const times: readonly (readonly [string, number, string])[] = [
    ['in the last second it holds', terms.expiresAt - 1 + 60, 'accepted'],
    ['when it has expired, the clocks allowed for', terms.expiresAt + 60, 'offer-expired'],
    ['as soon as the clocks may have reached its beginning', terms.issuedAt - 60, 'accepted'],
    ['before that', terms.issuedAt - 61, 'offer-not-yet-valid'],
    ['at a time that is none', NaN, 'offer-not-yet-valid'],
  ];
  for (const [when, at, verdict] of times) {
    it(`or not, by the time: ${when}`, async () => {
      assert.equal(await verdictOn(await signed('ed'), {now: at}), verdict);
    });
  }

  it('to the second where clocks are one', async () => {
    const token = await signed('ed');
    assert.equal(await verdictOn(token, {now: terms.expiresAt - 1, clockSkew: 0}), 'accepted');
    assert.equal(await verdictOn(token, {now: terms.expiresAt, clockSkew: 0}), 'offer-expired');
  });

  it('when nobody knows its key, until a key set has it', async () => {
    const token = await signed('ed');
    const old = publicKeys.filter(({id}) => id !== 'ed');
    assert.equal(await verdictOn(token, {keys: old}), 'offer-key-unknown');
    assert.equal(await verdictOn(token, {keys: [...old, ...publicKeys]}), 'accepted');
  });

  it('when the platform cannot check its signature', async () => {
    const broken = {
      ...subtle,
      importKey: () => Promise.reject(new Error('not supported')),
      verify: subtle.verify,
      sign: subtle.sign,
    };
    assert.equal(await verdictOn(await signed('ed'), {subtle: broken}), 'offer-unverifiable');
  });
});

describe('A forger', () => {
  const x = privateKeySet.keys[0]?.x ?? '';
  const forgeries: readonly (readonly [string, unknown, string])[] = [
    [
      'leaves the signature out by alg none',
      `${base64url('{"alg":"none","kid":"mac","typ":"twik-offer"}')}.${base64url(offer)}.`,
      'offer-algorithm',
    ],
    [
      'takes the public key for a secret',
      maced('{"alg":"HS256","kid":"ed","typ":"twik-offer"}', offer.replace('"mac"', '"ed"'), x),
      'offer-algorithm',
    ],
    [
      'keeps the name of the algorithm of the key then',
      maced('{"alg":"EdDSA","kid":"ed","typ":"twik-offer"}', offer.replace('"mac"', '"ed"'), x),
      'offer-signature',
    ],
    ['signs with another secret', maced(header, offer, Buffer.alloc(64)), 'offer-signature'],
    ['signs with no secret', maced(header, offer, Buffer.alloc(0)), 'offer-signature'],
    ['says a member twice', maced(header, offer.replace('{', '{"audience":"oak.example",')), 'offer-malformed'],
    [
      'says a member of a member twice',
      maced(header, offer.replace('{"amount"', '{"amount":1,"amount"')),
      'offer-malformed',
    ],
    ['adds a member', maced(header, offer.replace('{', '{"a":1,')), 'offer-malformed'],
    [
      'hides a member behind the prototype',
      maced(header, offer.replace('{', '{"__proto__":{"variant":"1"},')),
      'offer-malformed',
    ],
    [
      'writes members in another order',
      maced(header, JSON.stringify({v: 1, ...terms, keyId: 'mac'})),
      'offer-malformed',
    ],
    ['adds white space', maced(header, `${offer} `), 'offer-malformed'],
    ['adds a header', maced(header.replace('{', '{"b64":false,'), offer), 'offer-malformed'],
    ['calls it another kind of document', maced(header.replace('twik-offer', 'JWT'), offer), 'offer-malformed'],
    ['names one key inside and another outside', maced(header, offer.replace('"mac"', '"ed"')), 'offer-malformed'],
    ['appends a part', `${maced(header, offer)}.`, 'offer-malformed'],
    ['appends padding', `${maced(header, offer)}=`, 'offer-malformed'],
    ['appends a line', `${maced(header, offer)}\n`, 'offer-malformed'],
    ['sends too much', 'a'.repeat(8193), 'offer-too-large'],
    ['sends nested lists', maced(header, '['.repeat(3000)), 'offer-malformed'],
    ['sends half of a character', maced(header, offer.replace('walnut', '\\ud800')), 'offer-malformed'],
    ['sends nothing', '', 'offer-malformed'],
    ['sends something else', {v: 1}, 'offer-malformed'],
  ];
  for (const [deed, token, code] of forgeries) {
    it(`${deed}: ${code}`, async () => assert.equal(await verdictOn(token), code));
  }

  it('uses bits of the last letter that mean nothing', async () => {
    const token = maced(header, offer);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = letters[letters.indexOf(token.slice(-1)) ^ 1] ?? '';
    assert.deepEqual(Buffer.from(twin, 'base64url'), Buffer.from(token.slice(-1), 'base64url'));
    assert.equal(await verdictOn(token.slice(0, -1) + twin), 'offer-malformed');
  });
});

describe('Signing', () => {
  const wrong: readonly (readonly [string, Partial<Offer>])[] = [
    ['quantityTo', {quantityTo: 1}],
    ['quantityFrom', {quantityFrom: 0}],
    ['expiresAt', {expiresAt: terms.issuedAt}],
    ['issuedAt', {issuedAt: 0.5}],
    ['configurationHash', {configurationHash: 'ABC'}],
    ['unitPrice', {unitPrice: {amount: -1, currency: 'EUR'}}],
    ['unitPrice', {unitPrice: {amount: 1.5, currency: 'EUR'}}],
    ['unitPrice', {unitPrice: {amount: 1, currency: '€'}}],
    ['variant', {variant: ''}],
    ['audience', {audience: 'x'.repeat(257)}],
  ];
  for (const [member, changed] of wrong) {
    it(`refuses ${JSON.stringify(changed).slice(0, 60)}`, async () => {
      await assert.rejects(signed('ed', changed), {code: 'offer-invalid', path: `/${member}`});
    });
  }

  it('needs the private half', async () => {
    const key = publicKeys.find(({id}) => id === 'ed');
    assert.ok(key);
    await assert.rejects(signOffer(terms, {key, subtle}), {code: 'key-not-private'});
  });
});

describe('A key set', () => {
  it('leaves out what is no key of ours', () => {
    const [ed = {}, ec = {}, mac = {}] = privateKeySet.keys;
    const keys = [
      {...ed, use: 'enc'},
      {...ec, alg: 'ECDH-ES'},
      {...ec, crv: 'P-384'},
      {...mac, alg: 'HS512'},
      {kty: 'RSA', kid: 'rsa', n: 'AQ', e: 'AQAB'},
      {...ed, alg: 'Ed25519', use: 'sig', kid: 'kept'},
    ];
    assert.deepEqual(
      readKeySet({keys}).map(({id}) => id),
      ['kept'],
    );
  });

  const [ed = {}, ec = {}, mac = {}] = privateKeySet.keys;
  const wrong: readonly (readonly [string, unknown])[] = [
    ['no set', []],
    ['no keys', {keys: null}],
    ['a key that is no object', {keys: [null]}],
    ['a key without an id', {keys: [{...ed, kid: undefined}]}],
    ['two keys of one id', {keys: [ed, {...ec, kid: 'ed'}]}],
    ['a short coordinate', {keys: [{...ec, y: 'AQAB'}]}],
    ['no coordinate', {keys: [{...ed, x: undefined}]}],
    ['a short secret', {keys: [{...mac, k: 'c2VjcmV0'}]}],
    ['a secret with padding', {keys: [{...mac, k: `${'A'.repeat(43)}=`}]}],
  ];
  for (const [what, json] of wrong) {
    it(`with ${what} is refused`, () => assert.throws(() => readKeySet(json), {code: 'key-set-invalid'}));
  }

  it('holds all three kinds', () => {
    assert.deepEqual(
      privateKeys.map(({algorithm}) => algorithm),
      ['EdDSA', 'ES256', 'HS256'],
    );
  });
});
