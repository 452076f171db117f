import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import * as adapter from '../../../../bench/engine/adapter.mjs';
import {checkTrace} from '../../../../bench/engine/check-trace.mjs';
import {makeTrace} from '../../../../bench/engine/make-trace.mjs';
import {clingoIsMissing} from '../../../support/solver/clingo.mjs';
import {featureTree} from '../../../support/solver/families/feature-tree.js';
import {mixed} from '../../../support/solver/families/mixed.js';
import {sums} from '../../../support/solver/families/sums.js';
import {tableCatalogue} from '../../../support/solver/families/table-catalogue.js';
import {vehicleTables} from '../../../support/solver/families/vehicle-tables.js';
import type {Network} from '../../../support/solver/network.js';
import {runs} from '../../../support/runs.js';

/** Too large for a list of all solutions, small enough for clingo to be asked after every step. */
const families: readonly [title: string, make: (seed: number) => Network][] = [
  ['trees of features', (seed) => featureTree(seed, {features: 400})],
  ['catalogues', (seed) => tableCatalogue(seed, {columns: 10, rows: 120, values: 20})],
  ['tables of vehicles', (seed) => vehicleTables(seed, {variables: 80, tables: 80, rows: 3000})],
  ['sums', (seed) => sums(seed, {variables: 30, sums: 10, terms: 8})],
  ['machines with all of these', (seed) => mixed(seed, {features: 90})],
];

describe('the built engine, beside clingo', {skip: clingoIsMissing}, () => {
  for (const [title, make] of families) {
    it(`knows the same of ${title}`, async (test: TestContext) => {
      const first = Number(process.env['TWIK_SEED'] ?? Date.now() & 0x7fffffff);
      for (let seed = first; seed < first + runs(1, 1, 10); seed++) {
        test.diagnostic(`${title}: seed ${seed}`);
        const network = make(seed);
        const trace = makeTrace(network, {seed, traces: 3, steps: 12});
        // A machine put together of parts may be impossible; the engine says so when it is loaded.
        if (trace === null) {
          await assert.rejects(adapter.load(network), {code: 'solution-missing'});
          continue;
        }
        const {faults} = await checkTrace(adapter, network, trace, {});
        assert.deepEqual(faults, {wrong: 0, explain: 0, repair: 0, optimum: 0, told: []});
      }
    });
  }
});
