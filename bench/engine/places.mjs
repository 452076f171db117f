import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync} from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const shared = process.env.TWIK_BENCH ?? path.resolve(root, '../shared/bench');
const harness = path.join(shared, 'engine');
const cache = path.join(root, '.cache/bench/engine');

/** The folder of models that nobody in the project wrote, or `null`. */
export function findModelsFolder() {
  const folder = path.resolve(shared, '../models');
  return existsSync(folder) ? folder : null;
}

/** Makes models of our own with a seed; returns their folder, or `null` when that is not possible here. */
export function makeModels(seed) {
  const folder = path.join(cache, `generated-${seed}`);
  const script = path.join(import.meta.dirname, 'write-models.mjs');
  const {status} = spawnSync(process.execPath, ['--import', 'tsx', script, folder, String(seed)], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0 ? folder : null;
}

/** The adapter of the baseline, copied to where its package may be installed; or why there is none. */
export function prepareBaseline() {
  if (!existsSync(path.join(harness, 'adapters/logic-solver.mjs'))) {
    return {
      adapter: null,
      reason: `The engine harness is not at ${harness}; set TWIK_BENCH to the folder that holds engine/.`,
    };
  }
  const copy = path.join(cache, 'harness');
  mkdirSync(copy, {recursive: true});
  cpSync(harness, copy, {recursive: true, force: true, filter: (source) => !source.includes('node_modules')});
  if (!existsSync(path.join(copy, 'node_modules/logic-solver'))) {
    const options = ['--omit=optional', '--no-audit', '--no-fund', '--no-package-lock'];
    const {status} = spawnSync('npm', ['install', ...options], {cwd: copy, stdio: 'inherit'});
    if (status !== 0) return {adapter: null, reason: 'The package of the baseline could not be installed.'};
  }
  return {adapter: path.join(copy, 'adapters/logic-solver.mjs'), reason: null};
}
