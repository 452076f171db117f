import type {Message} from '../messages/en.js';

/** The lines of a price in English. */
export const enBreakdown = {
  'price.net': 'Net',
  'price.tax': 'VAT {rate}',
  'price.tax-part': 'of which VAT {rate}',
  'price.total': 'Total',
} as const satisfies Record<string, Message>;
