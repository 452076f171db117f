import {TwikError} from '../error.js';
import {cureFor} from '../expression/fault.js';
import type {Parameter} from './parameter.js';
import type {Product} from './product.js';

/**
 * The parameter of that id.
 *
 * @throws TwikError `parameter-unknown`.
 */
export function parameterById(product: Product, id: string): Parameter {
  const found = product.parameters.find((parameter) => parameter.id === id);
  if (found) return found;
  const ids = product.parameters.map((parameter) => parameter.id);
  throw new TwikError('parameter-unknown', `There is no parameter "${id}" in "${product.id}". ${cureFor(id, ids)}`);
}
