import type {Offer} from './offer.js';
import {refusal, type OfferFault, type OfferVerdict} from './verdict.js';

/** What the one who checks an offer knows by himself. What is left out is not compared. */
export interface ExpectedOffer {
  /** The shop that checks. */
  readonly audience: string;
  /** What lies in the cart. */
  readonly variant: string;
  /** How many of it lie in the cart. */
  readonly quantity: number;
  /** The currency that the cart is paid in. */
  readonly currency?: string | undefined;
  readonly product?: string | undefined;
  readonly productVersion?: string | undefined;
  /** The hash of the configuration that comes with it. */
  readonly configurationHash?: string | undefined;
  readonly configurationId?: string | undefined;
}

/** The time in seconds since 1970, as well as it is known. */
export interface TimeSpan {
  readonly earliest: number;
  readonly latest: number;
}

/** Holds an offer whose signature is right against what is sold, where and when. */
export function judgeOffer(offer: Offer, expected: ExpectedOffer, {earliest, latest}: TimeSpan): OfferVerdict {
  // Asked for what must hold, so that a time or a number that is none refuses too.
  if (!(offer.issuedAt <= latest)) return refusal('offer-not-yet-valid', 'The offer begins later. Check the clocks.');
  if (!(offer.expiresAt > earliest)) return refusal('offer-expired', 'The offer has expired. Ask for a new one.');
  const {quantity} = expected;
  if (!(quantity >= offer.quantityFrom && quantity <= offer.quantityTo)) {
    const range = `${offer.quantityFrom} to ${offer.quantityTo} pieces`;
    return refusal('offer-quantity', `The offer holds for ${range}, not for ${quantity}. Ask for a new one.`);
  }
  const always: readonly Comparison[] = [
    ['offer-audience', 'shop', offer.audience, expected.audience],
    ['offer-variant', 'variant', offer.variant, expected.variant],
  ];
  const whereKnown: readonly Comparison[] = [
    ['offer-currency', 'currency', offer.unitPrice.currency, expected.currency],
    ['offer-product', 'product', offer.product, expected.product],
    ['offer-product-version', 'product version', offer.productVersion, expected.productVersion],
    ['offer-configuration', 'configuration', offer.configurationHash, expected.configurationHash],
    ['offer-configuration', 'configuration', offer.configurationId, expected.configurationId],
  ];
  const comparisons = [...always, ...whereKnown.filter(([, , , wanted]) => wanted !== undefined)];
  const wrong = comparisons.find(([, , offered, wanted]) => wanted !== offered);
  if (!wrong) return {kind: 'accepted', offer};
  const [fault, what, offered, wanted] = wrong;
  return refusal(fault, `The offer is for the ${what} "${offered}", not for "${String(wanted)}". Ask for a new one.`);
}

type Comparison = readonly [fault: OfferFault, what: string, offered: string, wanted: string | undefined];
