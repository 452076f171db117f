import {readKeySet, type OfferKey} from '../../../src/commerce/offer/key-set.js';
import type {OfferTerms} from '../../../src/commerce/offer/sign-offer.js';
import type {ExpectedOffer} from '../../../src/commerce/offer/judge-offer.js';

/** An afternoon in autumn. */
export const now = 1_790_000_000;

export const terms: OfferTerms = {
  configurationHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  configurationId: 'cfg_8Kd2',
  product: 'modular-shelf',
  productVersion: '2026.2',
  audience: 'walnut.example',
  variant: '36110175633573',
  quantityFrom: 2,
  quantityTo: 9,
  unitPrice: {amount: 12_900, currency: 'EUR'},
  issuedAt: now - 600,
  expiresAt: now + 3600,
};

export const expected: ExpectedOffer = {
  audience: terms.audience,
  variant: terms.variant,
  quantity: 3,
  currency: 'EUR',
  product: terms.product,
  productVersion: terms.productVersion,
  configurationHash: terms.configurationHash,
  configurationId: terms.configurationId,
};

/** A key of each kind; the first is the example of RFC 8037, the second that of RFC 7515. */
export const privateKeySet = {
  keys: [
    {
      kid: 'ed',
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    },
    {
      kid: 'ec',
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
    },
    {
      kid: 'mac',
      kty: 'oct',
      k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
    },
  ],
};

export const privateKeys: readonly OfferKey[] = readKeySet(privateKeySet);
/** What a verifier has: no private part. */
export const publicKeys: readonly OfferKey[] = readKeySet({
  keys: privateKeySet.keys.map(({d, ...key}) => key),
});

export function keyOf(id: string): OfferKey {
  const key = privateKeys.find((known) => known.id === id);
  if (!key) throw new Error(`There is no key "${id}".`);
  return key;
}
