import type {Product} from '../product/product.js';
import {compileEngineModel} from '../solver/compile/compile-engine-model.js';
import {compileModel} from '../solver/compile-model.js';
import {Machinery, setMachinery} from './machinery.js';

/**
 * Makes a product that has been read ready to be configured.
 *
 * @throws TwikError `product-contradictory` when no configuration keeps all rules, with a minimal set of those at fault;
 * `search-limit` when that is too hard to find out.
 */
export function prepare(product: Product, workLimit?: number): Product {
  const machinery = new Machinery(product, compileModel(product), compileEngineModel, workLimit);
  machinery.requireSolution();
  setMachinery(machinery);
  return product;
}
