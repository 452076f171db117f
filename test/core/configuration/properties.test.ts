import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {ConfigurationRequest} from '../../../src/core/configuration/request.js';
import {randomProduct} from '../solver/random-product.js';
import {begin, expectValid, numRuns, picksOf, requestOf, steps, valuesOf, walk} from './random-requests.js';

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
});
