import {TwikError} from '../../core/error.js';
import type {Offer} from './offer.js';

/** Why an offer does not hold. */
export type OfferFault =
  | 'offer-too-large'
  | 'offer-malformed'
  | 'offer-algorithm'
  | 'offer-key-unknown'
  | 'offer-unverifiable'
  | 'offer-signature'
  | 'offer-not-yet-valid'
  | 'offer-expired'
  | 'offer-audience'
  | 'offer-variant'
  | 'offer-quantity'
  | 'offer-currency'
  | 'offer-product'
  | 'offer-product-version'
  | 'offer-configuration';

export interface OfferRefusal {
  readonly kind: 'refused';
  /** Its code is an `OfferFault`. */
  readonly error: TwikError;
}

/** What became of an offer that was checked. Nothing of a refused one may be believed. */
export type OfferVerdict = {readonly kind: 'accepted'; readonly offer: Offer} | OfferRefusal;

export function refusal(code: OfferFault, message: string, cause?: unknown): OfferRefusal {
  return {kind: 'refused', error: new TwikError(code, message, {cause})};
}
