import {TwikError} from '../../core/error.js';

const prefix = 'gid://shopify/ProductVariant/';

/** The number of a variant, given alone or as a global id. */
export function variantNumber(variant: string): number {
  const text = variant.startsWith(prefix) ? variant.slice(prefix.length) : variant;
  const number = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  if (Number.isSafeInteger(number) && number > 0) return number;
  const message = `"${variant.slice(0, 80)}" is no variant of Shopify. Write its number, such as 36110175633573.`;
  throw new TwikError('variant-invalid', message);
}

/** The global id of a variant, as the Storefront API has it. */
export function variantGlobalId(variant: string): string {
  return prefix + String(variantNumber(variant));
}
