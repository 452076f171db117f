import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import path from 'node:path';
import {checkTrace} from '../../../../bench/engine/check-trace.mjs';
import {readJson} from '../../../../bench/engine/model-files.mjs';
import {findModelsFolder} from '../../../../bench/engine/places.mjs';
import {openSession} from '../../../../bench/engine/session.mjs';
import {createEngine} from '../../../../src/core/solver/engine/create-engine.js';
import {findMinimum} from '../../../../src/core/solver/engine/minimum.js';

const folder = findModelsFolder();
/** Those that take less than a second together. */
const small = ['dell-notebook-fm', 'dell-catalog', 'berkeleydb', 'pc-clib'];

describe('an engine, on models that nobody in the project wrote', () => {
  for (const name of small) {
    it(`answers what is expected of ${name}`, {skip: folder === null && 'There is no ../shared/models.'}, async () => {
      const read = (kind: string): unknown => readJson(path.join(folder ?? '', `${name}.${kind}.json`));
      const adapter = {load: (model: unknown) => openSession({createEngine, findMinimum}, model)};
      const {faults} = await checkTrace(adapter, read('model'), read('trace'), {});
      assert.deepEqual(faults, {wrong: 0, explain: 0, repair: 0, optimum: 0, told: []});
    });
  }
});
