import type {Product} from '@twik/sdk/core';

/** Where products are read from. */
export interface ProductCatalogue {
  /** `null` when there is none with this id. */
  find(id: string): Promise<Product | null>;
}
