import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import type {Configuration} from '../../../src/core/configuration/configuration.js';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {ConfigurationRequest} from '../../../src/core/configuration/request.js';
import {validateConfiguration} from '../../../src/core/configuration/validate-configuration.js';
import {TwikError} from '../../../src/core/error.js';
import {toNumber} from '../../../src/core/number/decimal.js';
import {multiply, add} from '../../../src/core/number/arithmetic.js';
import type {Parameter, Value} from '../../../src/core/product/parameter.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import type {Product} from '../../../src/core/product/product.js';
import {randomProduct} from '../solver/random-product.js';

const numRuns = 40;

/** A request by numbers, so that it shrinks. */
interface Step {
  readonly kind: 'set' | 'clear' | 'batch' | 'undo' | 'redo' | 'reset' | 'accept';
  readonly first: number;
  readonly second: number;
}

const steps = fc.array(
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
function valuesOf(parameter: Parameter): Value[] {
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

function requestOf(product: Product, {kind, first, second}: Step): ConfigurationRequest {
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
function begin(json: unknown): {product: Product; configuration: Configuration} | null {
  const product = parseProduct(json);
  try {
    return {product, configuration: createConfiguration(product)};
  } catch (error) {
    if (error instanceof TwikError && error.code === 'product-contradictory') return null;
    throw error;
  }
}

function picksOf(configuration: Configuration): Map<string, Value> {
  const states = configuration.product.parameters.map(({id}) => configuration.parameter(id));
  return new Map(
    states
      .filter(({origin}) => origin === 'user' || origin === 'restored')
      .map(({parameter, value}) => [parameter.id, value]),
  );
}

function expectValid(product: Product, configuration: Configuration): void {
  const report = validateConfiguration(product, configuration.serialize());
  expect(report.issues).to.deep.equal([]);
  expect(report.consistent).to.equal(true);
  expect(report.complete).to.equal(configuration.complete);
}

/** Walks through random requests and looks in after each. */
function walk(
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

describe('a configuration under random requests', () => {
  it('holds a whole valid configuration, by plain evaluation of its rules', () => {
    walk(({product, configuration}) => expectValid(product, configuration));
  });

  it('never changes a pick silently: a pick goes only when it is asked to, or its parameter no longer exists', () => {
    fc.assert(
      fc.property(randomProduct, steps, (json, all) => {
        const begun = begin(json);
        if (!begun) return;
        const {product, configuration} = begun;
        for (const step of all.filter(({kind}) => kind === 'set' || kind === 'clear' || kind === 'batch')) {
          const request = requestOf(product, step);
          const before = picksOf(configuration);
          configuration.request(request);
          const asked = (request.kind === 'batch' ? request.requests : [request]).map((each) =>
            'parameter' in each ? each.parameter : '',
          );
          for (const [id, value] of before) {
            const now = configuration.parameter(id);
            if (!asked.includes(id) && now.isActive) expect(now.value, id).to.deep.equal(value);
          }
        }
      }),
      {numRuns},
    );
  });

  it('offers exactly the values that can be set', () => {
    fc.assert(
      fc.property(randomProduct, steps, (json, all) => {
        const begun = begin(json);
        if (!begun) return;
        const {product, configuration} = begun;
        for (const step of all) configuration.request(requestOf(product, step));
        for (const parameter of product.parameters) {
          const values = valuesOf(parameter);
          const possible = values.filter((value) => configuration.isPossible(parameter.id, value));
          for (const value of values) {
            const before = configuration.serialize();
            const result = configuration.request({kind: 'set', parameter: parameter.id, value});
            const words = `${parameter.id} ${JSON.stringify(value)}`;
            expect(result.kind === 'applied', words).to.equal(possible.includes(value));
            if (result.kind === 'applied') {
              const normal = value === null && parameter.kind === 'choices' ? [] : value;
              expect(configuration.parameter(parameter.id).value).to.deep.equal(normal);
              if (configuration.serialize() !== before) configuration.request({kind: 'undo'});
            }
            expect(configuration.serialize()).to.deep.equal(before);
          }
          if (parameter.kind === 'integer' || parameter.kind === 'number') {
            const numbers = possible.filter((value) => typeof value === 'number');
            const expected = numbers.length === 0 ? null : {min: Math.min(...numbers), max: Math.max(...numbers)};
            expect(configuration.bounds(parameter.id), parameter.id).to.deep.equal(expected);
          }
        }
      }),
      {numRuns},
    );
  });

  it('comes back by undo to exactly what was, and by redo to what came', () => {
    fc.assert(
      fc.property(randomProduct, steps, (json, all) => {
        const begun = begin(json);
        if (!begun) return;
        const {product, configuration} = begun;
        for (const step of all.filter(({kind}) => kind !== 'undo' && kind !== 'redo')) {
          const before = configuration.serialize();
          const {revision} = configuration;
          configuration.request(requestOf(product, step));
          if (configuration.revision === revision) continue;
          const after = configuration.serialize();
          const code = configuration.shareCode();
          configuration.request({kind: 'undo'});
          expect(configuration.serialize()).to.deep.equal(before);
          configuration.request({kind: 'redo'});
          expect(configuration.serialize()).to.deep.equal(after);
          expect(configuration.shareCode()).to.equal(code);
        }
      }),
      {numRuns},
    );
  });

  it('is the same again after a share code and after a serial form', () => {
    walk(({product, configuration}) => {
      const {hash} = configuration.serialize();
      const shared = createConfiguration(product, {restore: configuration.shareCode()});
      expect(shared.serialize().hash).to.equal(hash);
      expect(shared.shareCode()).to.equal(configuration.shareCode());
      expect(shared.suspended).to.deep.equal([]);
      expect(shared.restored).to.deep.equal({gone: [], conflicting: [], otherVersion: false});
      expect(createConfiguration(product, {restore: configuration.serialize()}).serialize().values).to.deep.equal(
        configuration.serialize().values,
      );
    });
  });

  it('offers repairs that are applied, give up exactly what they say, and change exactly what they list', () => {
    fc.assert(
      fc.property(randomProduct, steps, (json, all) => {
        const begun = begin(json);
        if (!begun) return;
        const {product, configuration} = begun;
        for (const step of all) {
          const request = requestOf(product, step);
          const result = configuration.request(request);
          if (result.kind !== 'conflict') continue;
          const {explanation, repairs} = result;
          const before = configuration.serialize();
          const sizes = repairs.map(({release}) => release.length);
          expect(sizes).to.deep.equal([...sizes].sort((a, b) => a - b));
          if (explanation.picks.length > 0 && request.kind === 'set') expect(repairs.length).to.be.greaterThan(0);
          for (const repair of repairs) {
            const accepted = configuration.request(repair.request);
            expect(accepted).to.deep.equal({kind: 'applied', changed: repair.changes});
            expectValid(product, configuration);
            configuration.request({kind: 'undo'});
            expect(configuration.serialize()).to.deep.equal(before);
          }
          for (const {release} of repairs.filter((repair) => repair.release.length > 1 && request.kind === 'set')) {
            // Nothing that gives up less of it works.
            for (const {parameter} of release) {
              const rest = release.map((each) => each.parameter).filter((id) => id !== parameter);
              expect(configuration.request({...request, release: rest} as ConfigurationRequest).kind).to.not.equal(
                'applied',
              );
            }
          }
        }
      }),
      {numRuns},
    );
  });

  it('refuses any code that is not its own with an error that has a code', () => {
    const product = parseProduct({format: 1, id: 'tiny', version: '1', parameters: [{id: 'b', kind: 'boolean'}]});
    const own = createConfiguration(product, {picks: {b: true}}).shareCode();
    const hostile = fc.oneof(
      fc.string(),
      fc.string({unit: 'binary'}).map((text) => `1.${text}`),
      fc.base64String().map((text) => `1.${text.replace(/=/g, '')}`),
      fc.json().map((json) => `1.${btoa(String.fromCharCode(...new TextEncoder().encode(json)))}`),
      fc
        .record({
          p: fc.constant('tiny'),
          v: fc.string(),
          k: fc.dictionary(fc.constantFrom('b', '__proto__', 'x'), fc.jsonValue()),
        })
        .map(
          (json) =>
            `1.${btoa(unescape(encodeURIComponent(JSON.stringify(json))))
              .replace(/=/g, '')
              .replace(/\+/g, '-')
              .replace(/\//g, '_')}`,
        ),
      fc
        .tuple(fc.nat(own.length), fc.string({maxLength: 1}))
        .map(([at, letter]) => own.slice(0, at) + letter + own.slice(at + 1)),
    );
    fc.assert(
      fc.property(hostile, (code) => {
        const configuration = createConfiguration(product);
        const result = configuration.request({kind: 'restore', from: code});
        if (result.kind === 'refused') expect(result.error.code).to.be.oneOf(['code-invalid', 'code-other-product']);
        else expectValid(product, configuration);
      }),
      {numRuns: 500},
    );
  });
});
