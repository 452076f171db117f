import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import type {Configuration} from '../../../src/core/configuration/configuration.js';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {ConfigurationRequest} from '../../../src/core/configuration/request.js';
import {validateConfiguration} from '../../../src/core/configuration/validate-configuration.js';
import {TwikError} from '../../../src/core/error.js';
import {add, multiply} from '../../../src/core/number/arithmetic.js';
import {toNumber} from '../../../src/core/number/decimal.js';
import type {Parameter, Value} from '../../../src/core/product/parameter.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import type {Product} from '../../../src/core/product/product.js';
import {randomProduct} from '../solver/random-product.js';

export const numRuns = 40;

/** A request by numbers, so that it shrinks. */
interface Step {
  readonly kind: 'set' | 'clear' | 'batch' | 'undo' | 'redo' | 'reset' | 'accept';
  readonly first: number;
  readonly second: number;
}

export const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>(
      'set',
      'set',
      'set',
      'set',
      'clear',
      'batch',
      'undo',
      'redo',
      'reset',
      'accept',
    ),
    first: fc.nat(1000),
    second: fc.nat(1000),
  }),
  {minLength: 1, maxLength: 12},
);

/** Every value that a parameter can have. */
export function valuesOf(parameter: Parameter): Value[] {
  const none: Value[] = parameter.required ? [] : [null];
  switch (parameter.kind) {
    case 'choice':
      return [...parameter.options.map(({id}) => id), ...none];
    case 'choices': {
      const ids = parameter.options.map(({id}) => id);
      return Array.from({length: 2 ** ids.length}, (_, bits) =>
        ids.filter((_, index) => ((bits >> index) & 1) === 1),
      ).filter(
        ({length}) => (length >= parameter.min && length <= parameter.max) || (length === 0 && !parameter.required),
      );
    }
    case 'boolean':
      return [false, true, ...none];
    case 'integer':
    case 'number':
      return [
        ...[0, 1, 2].map((index) => add(parameter.min, multiply(index, parameter.step))).map(toNumber),
        ...none,
      ].filter((value) => value === null || Number(value) <= toNumber(parameter.max));
    default:
      return [];
  }
}

export function requestOf(product: Product, {kind, first, second}: Step): ConfigurationRequest {
  const set = (seed: number): ConfigurationRequest => {
    const parameter = product.parameters[seed % product.parameters.length]!;
    const values = valuesOf(parameter);
    return {kind: 'set', parameter: parameter.id, value: values[Math.floor(seed / 10) % values.length]!};
  };
  switch (kind) {
    case 'clear':
      return {kind, parameter: product.parameters[first % product.parameters.length]!.id};
    case 'batch':
      return {kind, requests: [set(first), set(second)]};
    case 'set':
    case 'accept':
      return set(first);
    default:
      return {kind};
  }
}

/** A random product and configuration, or `null` when its rules leave nothing. */
export function begin(json: unknown): {product: Product; configuration: Configuration} | null {
  try {
    const product = parseProduct(json, {workLimit: 1e6});
    return {product, configuration: createConfiguration(product)};
  } catch (error) {
    if (error instanceof TwikError && error.code === 'product-contradictory') return null;
    throw error;
  }
}

export function picksOf(configuration: Configuration): Map<string, Value> {
  const states = configuration.product.parameters.map(({id}) => configuration.parameter(id));
  return new Map(
    states
      .filter(({origin}) => origin === 'user' || origin === 'restored')
      .map(({parameter, value}) => [parameter.id, value]),
  );
}

export function expectValid(product: Product, configuration: Configuration): void {
  const report = validateConfiguration(product, configuration.serialize());
  expect(report.issues).to.deep.equal([]);
  expect(report.consistent).to.equal(true);
  expect(report.complete).to.equal(configuration.complete);
}

/** Walks through random requests and looks in after each. */
export function walk(
  look: (now: {product: Product; configuration: Configuration; request: ConfigurationRequest}) => void,
  runs = numRuns,
): void {
  fc.assert(
    fc.property(randomProduct, steps, (json, all) => {
      const begun = begin(json);
      if (!begun) return;
      for (const step of all) {
        const request = requestOf(begun.product, step);
        const result = begun.configuration.request(request);
        if (step.kind === 'accept' && result.kind === 'conflict') {
          const repair = result.repairs[step.second % Math.max(1, result.repairs.length)];
          if (repair) begun.configuration.request(repair.request);
        }
        look({...begun, request});
      }
    }),
    {numRuns: runs},
  );
}
