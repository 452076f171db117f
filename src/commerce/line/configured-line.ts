import type {SerialConfiguration} from '../../core/configuration/serial.js';
import {TwikError} from '../../core/error.js';
import type {Price} from '../../core/price/price.js';
import type {Product} from '../../core/product/product.js';
import type {ValueWords} from '../../core/text/format-value.js';

/** What goes into a cart: a saved configuration, how many, and the language of who buys. */
export interface ConfiguredLine {
  readonly product: Product;
  readonly configuration: SerialConfiguration;
  /** Of the saved configuration. */
  readonly id: string;
  /** Opens the configuration again. */
  readonly url: string;
  /** A whole number from 1. */
  readonly quantity: number;
  /** `null` when the product has none. */
  readonly price: Price | null;
  /** What `signOffer` made; left out where prices are not signed. */
  readonly offer?: string | null;
  /** A picture. Only an address is sent to carts, never a data URL. */
  readonly preview?: string | null;
  /** BCP 47, for labels and values. */
  readonly locale: string;
  /** Yes and no in that language. Default English. */
  readonly words?: Pick<ValueWords, 'yes' | 'no'>;
}

/**
 * Lets only whole, valid configurations into a cart.
 *
 * @throws TwikError `configuration-incomplete`, `configuration-inconsistent`, `quantity-invalid`, `product-mismatch`.
 */
export function checkLine({product, configuration, quantity}: ConfiguredLine): void {
  const {complete, consistent, productVersion} = configuration;
  if (!complete) {
    throw new TwikError('configuration-incomplete', 'Something required has not been chosen yet. Choose it first.');
  }
  if (!consistent) {
    const message = 'Some choices do not go together any more. Change one of them first.';
    throw new TwikError('configuration-inconsistent', message);
  }
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    throw new TwikError('quantity-invalid', `The quantity ${quantity} is not a whole number from 1. Correct it.`);
  }
  if (configuration.product !== product.id || productVersion !== product.version) {
    const [is, has] = [`${configuration.product} ${productVersion}`, `${product.id} ${product.version}`];
    throw new TwikError('product-mismatch', `The configuration is of ${is}, not of ${has}. Load that product.`);
  }
}
