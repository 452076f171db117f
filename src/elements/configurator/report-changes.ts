import type {Configuration} from '../../core/configuration/configuration.js';
import {TwikError} from '../../core/error.js';
import type {Price} from '../../core/price/price.js';
import {errorDetail} from '../error-detail.js';
import type {TwikEventDetails} from '../events.js';

/** Dispatches one of Twik's events. */
export type Emit = <Name extends keyof TwikEventDetails>(name: Name, detail: TwikEventDetails[Name]) => unknown;

/** The price, or `null` when there is none or it cannot be computed. */
export function priceOf(configuration: Configuration): Price | null {
  const price = configuration.price();
  return price instanceof TwikError ? null : price;
}

/** Tells the page that a configuration is there, and from then on of every change. Returns what ends it. */
export function reportChanges(configuration: Configuration, emit: Emit): () => void {
  let price = configuration.price();
  const end = configuration.subscribe(({source, changed}) => {
    const before = price;
    price = configuration.price();
    const shown = priceOf(configuration);
    const serial = configuration.serialize();
    emit('configuration-changed', {configuration: serial, changed, source, price: shown});
    if (isSamePrice(before, price)) return;
    emit('price-changed', {price: shown, source});
    if (price instanceof TwikError) emit('configuration-error', errorDetail(price));
  });
  emit('configuration-ready', {configuration: configuration.serialize(), price: priceOf(configuration)});
  if (price instanceof TwikError) emit('configuration-error', errorDetail(price));
  return end;
}

function isSamePrice(a: Price | TwikError | null, b: Price | TwikError | null): boolean {
  if (a instanceof TwikError && b instanceof TwikError) return a.code === b.code && a.path === b.path;
  return JSON.stringify(a) === JSON.stringify(b);
}
