import {TwikError} from '../error.js';
import type {Product} from '../product/product.js';
import {compileEngineModel} from '../solver/compile/compile-engine-model.js';
import {compileModel} from '../solver/compile-model.js';
import {EngineSolver} from '../solver/engine-solver.js';
import {Machinery, setMachinery} from './machinery.js';

/** How much work, in propagations, telling which rules are at fault may take: such a product is never shown. */
const explainingLimit = 1_000_000;

/**
 * Makes a product that has been read ready to be configured.
 *
 * @throws TwikError `product-contradictory` when no configuration keeps all rules, with a minimal set of those at fault;
 * `search-limit` when that is too hard to find out.
 */
export function prepare(product: Product, workLimit?: number): Product {
  const machinery = new Machinery(product, compileModel(product), compileEngineModel, workLimit);
  if (!machinery.solver.isPossible([])) throw contradictionIn(machinery, workLimit);
  setMachinery(machinery);
  return product;
}

function contradictionIn({product, model, parameters}: Machinery, workLimit = 0): TwikError {
  const solver = new EngineSolver(model, compileEngineModel, Math.max(workLimit, explainingLimit));
  const ids = solver.explain([], [])?.constraints ?? [];
  const quoted = ids.map((id) => `"${id}"`).join(', ');
  const code = 'product-contradictory';
  const message = `No configuration of "${product.id}" keeps ${quoted} together. Change one of them.`;
  const issues = ids.map((id) => {
    const source = product.rules.find((rule) => rule.id === id) ?? parameters.get(id);
    return {code, message, path: source?.path ?? ''};
  });
  return new TwikError(code, message, {path: issues[0]?.path ?? '', issues});
}
