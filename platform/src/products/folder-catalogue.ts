import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Product} from '@twik/sdk/core';
import {parseProduct} from '@twik/sdk/product';
import type {ProductCatalogue} from './product-catalogue.js';

/** In propagations: nobody here waits for a frame, so that a question may take minutes before it is given up. */
const workLimit = 1e8;

/** The products whose definitions lie as `<folder>/<any>/product.json`, each read once. */
export function folderCatalogue(folder: string): ProductCatalogue {
  let products: Promise<ReadonlyMap<string, Product>> | null = null;
  return {
    async find(id) {
      products ??= readAll(folder);
      return (await products).get(id) ?? null;
    },
  };
}

async function readAll(folder: string): Promise<ReadonlyMap<string, Product>> {
  const products = new Map<string, Product>();
  for (const entry of await readdir(folder, {withFileTypes: true})) {
    const text = entry.isDirectory()
      ? await readFile(path.join(folder, entry.name, 'product.json'), 'utf8').catch(absent)
      : null;
    if (text === null) continue;
    const product = parseProduct(text, {workLimit});
    products.set(product.id, product);
  }
  return products;
}

/** A folder without a definition is not a product; any other failure is one. */
function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
