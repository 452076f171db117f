import {expect} from '@open-wc/testing';
import type {Configuration} from '../../../src/core/configuration/configuration.js';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {RequestResult} from '../../../src/core/configuration/request.js';
import type {TwikError} from '../../../src/core/error.js';
import type {Value} from '../../../src/core/product/parameter.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {shelf} from '../../support/products.js';

export const product = parseProduct(shelf);

export function set(configuration: Configuration, parameter: string, value: Value): RequestResult {
  return configuration.request({kind: 'set', parameter, value});
}

export function valueOf(configuration: Configuration, path: string): Value {
  return configuration.parameter(path).value;
}

/** Sets that are expected to be applied. */
export function configured(
  picks: Readonly<Record<string, Value>>,
  configuration = createConfiguration(product),
): Configuration {
  for (const [parameter, value] of Object.entries(picks)) {
    expect(set(configuration, parameter, value).kind, parameter).to.equal('applied');
  }
  return configuration;
}

export function refusal(result: RequestResult): TwikError {
  if (result.kind === 'refused') return result.error;
  throw new Error(`The request was ${result.kind}.`);
}
