import type {Configuration} from '../../core/configuration/configuration.js';
import {createConfiguration} from '../../core/configuration/create-configuration.js';
import {TwikError} from '../../core/error.js';
import {loadProduct} from '../../core/product/load-product.js';
import type {Product} from '../../core/product/product.js';

/** What `openConfiguration` may be told. */
export interface OpenConfigurationOptions {
  /** What a relative address of the product is relative to. */
  baseUrl: string;
  signal: AbortSignal;
  /** What else has to be there before the configuration begins. */
  besides: Promise<unknown>;
  /** Share code to begin with, asked for when the product is there; one of another product is passed over. */
  code(): string | null;
  /** Hears why a share code could not be opened; the configuration then begins with its defaults. */
  onCodeRefused(error: TwikError): void;
}

/**
 * Loads a product and begins its configuration.
 *
 * @throws TwikError whatever is wrong with the product.
 */
export async function openConfiguration(
  source: string | object,
  {baseUrl, signal, besides, code: codeNow, onCodeRefused}: OpenConfigurationOptions,
): Promise<Configuration> {
  const [product] = await Promise.all([productFrom(source, baseUrl, signal), besides]);
  signal.throwIfAborted();
  const code = codeNow();
  if (code !== null) {
    try {
      return createConfiguration(product, {restore: code});
    } catch (error) {
      if (!(error instanceof TwikError) || !error.code.startsWith('code-')) throw error;
      // The address names one of the products of the page, and this is not the one.
      if (error.code !== 'code-other-product') onCodeRefused(error);
    }
  }
  return createConfiguration(product);
}

async function productFrom(source: string | object, baseUrl: string, signal: AbortSignal): Promise<Product> {
  const options = {fetch: (url: string, init: RequestInit) => fetch(url, init), signal, baseUrl};
  if (typeof source === 'object' && !(source instanceof URL)) return loadProduct(source, options);
  const address = String(source);
  if (!URL.canParse(address, baseUrl)) {
    throw new TwikError('product-address-invalid', `"${address}" is not an address. Give the URL of a product file.`);
  }
  return loadProduct(new URL(address, baseUrl), options);
}
