// A thousand offers that somebody changed, or took elsewhere: none may be accepted, and none may throw.
import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import * as fc from 'fast-check';
import {canonicalJson} from '../../../src/core/configuration/canonical.js';
import type {ExpectedOffer} from '../../../src/commerce/offer/judge-offer.js';
import type {Offer} from '../../../src/commerce/offer/offer.js';
import {signOffer} from '../../../src/commerce/offer/sign-offer.js';
import {verifyMacOffer, verifyOffer} from '../../../src/commerce/offer/verify-offer.js';
import {expected, keyOf, now, privateKeys, publicKeys, terms} from '../support/offers.js';

const {subtle} = globalThis.crypto;
const seed = Number(process.env['TWIK_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = 1000;

interface Attack {
  readonly key: string;
  readonly token: string;
  readonly expected: ExpectedOffer;
  readonly now: number;
}

const tokens = new Map<string, string>();
const tokenOf = (key: string): string => tokens.get(key) ?? '';
const encode = (text: string): string => Buffer.from(text).toString('base64url');
const honest = {expected, now};

const key = fc.constantFrom(...privateKeys.map(({id}) => id));
const word = fc.string({minLength: 1, maxLength: 40, unit: 'grapheme'});
const number = fc.integer({min: 0, max: 2 ** 31});

/** What stands in an offer, written anew: a value for each of its members. */
const changes: {readonly [Member in keyof Offer]: fc.Arbitrary<unknown>} = {
  v: number.filter((v) => v !== 1),
  configurationHash: fc
    .array(fc.constantFrom(...'0123456789abcdef'), {minLength: 64, maxLength: 64})
    .map((digits) => digits.join('')),
  configurationId: word,
  product: word,
  productVersion: word,
  audience: word,
  variant: fc.oneof(word, number.map(String)),
  quantityFrom: fc.constant(1),
  quantityTo: fc.integer({min: 10, max: 10_000}),
  unitPrice: fc.oneof(
    fc.record({amount: fc.nat(12_899), currency: fc.constant('EUR')}),
    fc.constant({amount: 12_900, currency: 'JPY'}),
  ),
  issuedAt: number.filter((time) => time !== terms.issuedAt),
  expiresAt: fc.integer({min: now + 3601, max: now * 2}),
  keyId: word,
};
const members = Object.entries(changes);

/** An attack per member, so that none is left to chance. */
const changedMember = (member: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Attack> =>
  fc.record({key, value}).map(({key, value}) => {
    const [head = '', , seal = ''] = tokenOf(key).split('.');
    const body = encode(canonicalJson({...terms, v: 1, keyId: key, [member]: value}));
    return {key, token: `${head}.${body}.${seal}`, ...honest};
  });

const removedMember = fc
  .record({key, member: fc.constantFrom(...Object.keys(changes))})
  .map(({key, member}): Attack => {
    const [head = '', , seal = ''] = tokenOf(key).split('.');
    return {
      key,
      token: `${head}.${encode(canonicalJson({...terms, v: 1, keyId: key, [member]: undefined}))}.${seal}`,
      ...honest,
    };
  });

const changedHeader = fc
  .record({
    key,
    alg: fc.constantFrom('none', 'None', 'HS256', 'HS512', 'ES256', 'ES384', 'EdDSA', 'RS256', ''),
    kid: fc.oneof(key, word),
    typ: fc.constantFrom('twik-offer', 'JWT'),
  })
  .map(({key, ...header}): Attack => {
    const [, body = '', seal = ''] = tokenOf(key).split('.');
    return {key, token: `${encode(canonicalJson(header))}.${body}.${seal}`, ...honest};
  })
  .filter(({key, token}) => token !== tokenOf(key));

const changedLetter = fc
  .record({key, at: fc.nat(), letter: fc.constantFrom(...'ABZabz019-_.=+/ \n')})
  .map(({key, at, letter}): Attack => {
    const token = tokenOf(key);
    const place = at % token.length;
    return {key, token: token.slice(0, place) + letter + token.slice(place + 1), ...honest};
  })
  .filter(({key, token}) => token !== tokenOf(key));

const cutOrGrown = fc
  .record({key, from: fc.nat(), length: fc.integer({min: 1, max: 40}), inserted: fc.string({maxLength: 8})})
  .map(({key, from, length, inserted}): Attack => {
    const token = tokenOf(key);
    const place = from % token.length;
    return {key, token: token.slice(0, place) + inserted + token.slice(place + length), ...honest};
  })
  .filter(({key, token}) => token !== tokenOf(key));

const swappedSignature = fc
  .record({key, other: key, bytes: fc.uint8Array({maxLength: 96})})
  .map(({key, other, bytes}): Attack => {
    const [head = '', body = ''] = tokenOf(key).split('.');
    const seal = other === key ? Buffer.from(bytes).toString('base64url') : tokenOf(other).split('.')[2];
    return {key, token: `${head}.${body}.${String(seal)}`, ...honest};
  });

/** The offer as it is, used where it does not hold. */
const replay = fc
  .record({
    key,
    change: fc.oneof(
      fc.record({audience: word}),
      fc.record({variant: fc.oneof(word, number.map(String))}),
      fc.record({quantity: fc.oneof(fc.integer({max: 1}), fc.integer({min: 10}))}),
      fc.record({currency: fc.constantFrom('USD', 'eur', 'CHF')}),
      fc.record({product: word}),
      fc.record({productVersion: word}),
      fc.record({configurationHash: word}),
      fc.record({configurationId: word}),
    ),
  })
  .map(({key, change}): Attack => ({key, token: tokenOf(key), expected: {...expected, ...change}, now}));

const replayLater = fc
  .record({key, now: fc.oneof(fc.integer({max: terms.issuedAt - 61}), fc.integer({min: terms.expiresAt + 60}))})
  .map(({key, now}): Attack => ({key, token: tokenOf(key), expected, now}));

const attacks: readonly (readonly [string, fc.Arbitrary<Attack>])[] = [
  ...members.map(([member, value]) => [`another ${member}`, changedMember(member, value)] as const),
  ['a member less', removedMember],
  ['another header', changedHeader],
  ['another letter', changedLetter],
  ['more or less letters', cutOrGrown],
  ['another signature', swappedSignature],
  ['another place', replay],
  ['another time', replayLater],
];

describe(`Of ${runs} changed offers (seed ${seed})`, () => {
  const each = Math.ceil(runs / attacks.length);
  let tried = 0;

  before(async () => {
    for (const {id} of privateKeys) tokens.set(id, await signOffer(terms, {key: keyOf(id), subtle}));
    for (const token of tokens.values()) {
      assert.equal((await verifyOffer(token, {keys: publicKeys, subtle, expected, now})).kind, 'accepted');
    }
  });

  for (const [what, attack] of attacks) {
    it(`none with ${what} is accepted`, async () => {
      await fc.assert(
        fc.asyncProperty(attack, async ({token, expected, now}) => {
          tried++;
          const verdict = await verifyOffer(token, {keys: publicKeys, subtle, expected, now});
          assert.equal(verdict.kind, 'refused');
          const time = {earliest: now - 60, latest: now + 60};
          assert.equal(verifyMacOffer(token, {keys: publicKeys, expected, time}).kind, 'refused');
        }),
        {numRuns: each, seed},
      );
    });
  }

  it('all were tried', () => assert.ok(tried >= runs, `Only ${tried} were tried.`));
});
