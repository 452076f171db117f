import type {FiniteParameter} from '../product/parameter.js';
import type {Product} from '../product/product.js';
import {isFinite} from './parameter-values.js';

/**
 * The parameters that rules can read, in the order of the product, except that one comes after those that its `active`
 * reads. The parser refuses circles.
 */
export function sortByActivity({parameters, derived}: Product): FiniteParameter[] {
  const finite = parameters.filter(isFinite);
  const byId = new Map(finite.map((parameter) => [parameter.id, parameter]));
  const formulas = new Map(derived.map(({id, formula}) => [id, formula.names]));
  const sorted = new Set<FiniteParameter>();
  const open = new Set<string>();
  // Depth first without recursion: chains may be as long as a product is.
  for (const root of finite) {
    const trail: {readonly id: string; readonly names: Iterator<string>}[] = [];
    const enter = (id: string): void => {
      if (open.has(id)) return;
      open.add(id);
      const names = formulas.get(id) ?? byId.get(id)?.active?.names ?? [];
      trail.push({id, names: names[Symbol.iterator]()});
    };
    enter(root.id);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.names.next();
      if (next.done !== true) {
        enter(next.value);
        continue;
      }
      const parameter = byId.get(top.id);
      if (parameter) sorted.add(parameter);
      trail.pop();
    }
  }
  return [...sorted];
}
