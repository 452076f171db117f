import {TwikError, type Issue} from '../../core/error.js';
import {isObject, memberOf, type JsonObject} from '../../core/product/json/readers.js';
import {parameterById} from '../../core/product/parameter-by-id.js';
import type {ChoiceParameter, Option} from '../../core/product/parameter.js';
import type {Product} from '../../core/product/product.js';
import {cureFor} from '../../core/expression/fault.js';
import type {VariantMapping} from '../mapping/shop-mapping.js';

interface Axis {
  readonly parameter: ChoiceParameter;
  /** Which of `option1` to `option3`. */
  readonly member: string;
}

/**
 * Makes the mapping from the shop's own product (`/products/<handle>.js`): each variant a row. The shop's values are
 * known by the id, the article number or a name of our options; variants of values that we do not have are left out.
 *
 * @param axes The shop's option → our parameter: `{Color: 'finish'}`.
 * @throws TwikError `parameter-unknown`, `mapping-invalid` with all `issues`.
 */
export function shopifyVariants(
  shopProduct: unknown,
  axes: Readonly<Record<string, string>>,
  product: Product,
): VariantMapping {
  const issues: Issue[] = [];
  const report = (code: string, message: string): void => void issues.push({code, message, path: ''});
  const options = listOf(shopProduct, 'options').map((option) => memberOf(option, 'name'));
  const found = Object.entries(axes).flatMap(([name, id]): Axis[] => {
    const parameter = parameterById(product, id);
    const index = options.indexOf(name);
    const names = options.filter((option) => typeof option === 'string');
    if (index < 0) report('option-unknown', `The shop's product has no option "${name}". ${cureFor(name, names)}`);
    else if (parameter.kind !== 'choice') report('kind-mismatch', `"${id}" is no choice. Write a table by hand.`);
    else return [{parameter, member: `option${index + 1}`}];
    return [];
  });
  const rows = listOf(shopProduct, 'variants').flatMap((variant) => {
    const cells = found.map(({parameter, member}) => optionFor(parameter, variant[member])?.id ?? null);
    return cells.includes(null) ? [] : [{cells, variant: String(variant['id'])}];
  });
  found.forEach(({parameter}, column) => {
    for (const {id} of parameter.options) {
      if (rows.some(({cells}) => cells[column] === id)) continue;
      report('option-unmapped', `The shop has no variant for "${id}" of "${parameter.id}". Add one to the shop.`);
    }
  });
  rows.forEach(({cells, variant}, row) => {
    const other = rows.findIndex((another) => another.cells.join('\n') === cells.join('\n'));
    if (other >= row) return;
    report(
      'variant-ambiguous',
      `Variants ${rows[other]?.variant ?? ''} and ${variant} are the same to us. Map one more option.`,
    );
  });
  const [first] = issues;
  if (first) throw new TwikError('mapping-invalid', first.message, {issues});
  return {kind: 'table', parameters: found.map(({parameter}) => parameter.id), rows};
}

/** Our option for a value of the shop. */
function optionFor({options}: ChoiceParameter, value: unknown): Option | undefined {
  if (typeof value !== 'string') return undefined;
  const wanted = value.trim().toLowerCase();
  return options.find(({id, sku, name}) => {
    const names = typeof name === 'string' ? [name] : Object.values(name);
    return [id, sku ?? '', ...names].some((word) => word.toLowerCase() === wanted);
  });
}

function listOf(value: unknown, member: string): readonly JsonObject[] {
  const list = memberOf(value, member);
  return Array.isArray(list) ? list.filter(isObject) : [];
}
