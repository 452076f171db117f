import {memberOf} from '../../core/product/json/readers.js';
import {decimalMoney} from '../line/decimal-money.js';
import type {TimeSpan} from '../offer/judge-offer.js';
import {readKeySet, type OfferKey} from '../offer/key-set.js';
import {verifyMacOffer} from '../offer/verify-offer.js';
import {variantNumber} from './variant-id.js';

/** What the function asks Shopify for: the input query of `purchase.cart-transform.run`. */
export const cartTransformQuery = `query TwikCartTransformInput {
  shop { localTime { date } }
  cartTransform { settings: metafield(namespace: "$app:twik", key: "offers") { value } }
  cart {
    lines {
      id
      quantity
      offer: attribute(key: "_twik_offer") { value }
      configuration: attribute(key: "_twik_configuration") { value }
      cost { amountPerQuantity { currencyCode } }
      merchandise { __typename ... on ProductVariant { id } }
    }
  }
}`;

interface Attribute {
  readonly value?: string | null;
}

export interface CartTransformLine {
  readonly id: string;
  readonly quantity: number;
  readonly offer?: Attribute | null;
  readonly configuration?: Attribute | null;
  readonly cost: {readonly amountPerQuantity: {readonly currencyCode: string}};
  readonly merchandise: {readonly __typename: string; readonly id?: string};
}

/** What Shopify answers. */
export interface CartTransformInput {
  readonly shop: {readonly localTime: {readonly date: string}};
  /**
   * A metafield that only the app can read, with JSON: `audience` is the shop the offers are for, `keys` a JSON Web Key
   * Set of secrets, and `operation` is `update` (the default; shops on Shopify Plus) or `expand` (all shops).
   */
  readonly cartTransform: {readonly settings?: {readonly value: string} | null};
  readonly cart: {readonly lines: readonly CartTransformLine[]};
}

interface FixedPrice {
  readonly adjustment: {readonly fixedPricePerUnit: {readonly amount: string}};
}

export type CartTransformOperation =
  | {readonly update: {readonly cartLineId: string; readonly price: FixedPrice}}
  | {
      readonly expand: {
        readonly cartLineId: string;
        readonly expandedCartItems: readonly {
          readonly merchandiseId: string;
          readonly quantity: number;
          readonly price: FixedPrice;
        }[];
      };
    };

export interface CartTransformResult {
  readonly operations: readonly CartTransformOperation[];
}

/**
 * A Cart Transform function: gives each line the price that its signed offer says. A line whose offer does not hold keeps
 * the price of its variant, so let that be the highest there can be. Needs no WebCrypto, no clock and no network, which
 * Shopify's functions lack.
 *
 * @throws TwikError `key-set-invalid`; Shopify then leaves the cart as it is and logs it.
 * @example
 * export {cartTransform as run} from '@twik/sdk/commerce';
 */
export function cartTransform({shop, cart, cartTransform: {settings}}: CartTransformInput): CartTransformResult {
  const json: unknown = JSON.parse(settings?.value ?? '{}');
  const keys = readKeySet(json);
  const audience = memberOf(json, 'audience');
  if (typeof audience !== 'string') return {operations: []};
  const isExpanding = memberOf(json, 'operation') === 'expand';
  const time = timeOf(shop.localTime.date);
  return {
    operations: cart.lines.flatMap((line) => {
      const amount = offeredAmount(line, keys, audience, time);
      return amount === null ? [] : [operationOn(line, amount, isExpanding)];
    }),
  };
}

/** The price of one piece as decimal text; `null` where no offer holds. */
function offeredAmount(
  {quantity, offer, configuration, cost, merchandise}: CartTransformLine,
  keys: readonly OfferKey[],
  audience: string,
  time: TimeSpan,
): string | null {
  const token = offer?.value;
  if (!token || merchandise.id === undefined) return null;
  const expected = {
    audience,
    variant: String(variantNumber(merchandise.id)),
    quantity,
    currency: cost.amountPerQuantity.currencyCode,
    // Or somebody buys one configuration with the offer for another.
    configurationId: configuration?.value ?? '',
  };
  const verdict = verifyMacOffer(token, {keys, expected, time});
  return verdict.kind === 'accepted' ? decimalMoney(verdict.offer.unitPrice) : null;
}

function operationOn(
  {id, merchandise}: CartTransformLine,
  amount: string,
  isExpanding: boolean,
): CartTransformOperation {
  const price = {adjustment: {fixedPricePerUnit: {amount}}};
  if (!isExpanding) return {update: {cartLineId: id, price}};
  const item = {merchandiseId: merchandise.id ?? '', quantity: 1, price};
  return {expand: {cartLineId: id, expandedCartItems: [item]}};
}

const hour = 3600;

/**
 * All that the date of a shop says of the time: somewhere on Earth it begins 14 hours before it does in Greenwich, and
 * ends 12 hours after. So an offer may hold up to a day and a half longer than it says.
 */
function timeOf(date: string): TimeSpan {
  const start = Date.parse(`${date}T00:00:00Z`) / 1000;
  return {earliest: start - 14 * hour, latest: start + 36 * hour};
}
