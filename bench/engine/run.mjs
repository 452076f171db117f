// `npm run bench:engine`: whether the engine is exact, then how fast it is, beside a MiniSat in JavaScript.
//
//   --only a,b       models whose names contain one of these
//   --traces N       traces of each model, --steps N steps of each trace; default all
//   --no-baseline    without the peer
//   --generated      models made of a seed (--seed N, default 1) and checked by clingo; also when there are no others
//   --adapter FILE   another engine than ours
//   --write          writes the table to docs/engine-speed.md; needs all models
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {build} from '../../scripts/build/build.mjs';
import {findModels, readJson} from './model-files.mjs';
import {findModelsFolder, makeModels, prepareBaseline} from './places.mjs';
import {faultsOf, markdownTable, terminalTable} from './report.mjs';
import {runChild} from './run-child.mjs';

const {values: options} = parseArgs({
  options: {
    'only': {type: 'string'},
    'traces': {type: 'string'},
    'steps': {type: 'string'},
    'no-baseline': {type: 'boolean', default: false},
    'generated': {type: 'boolean', default: false},
    'seed': {type: 'string', default: '1'},
    'adapter': {type: 'string'},
    'write': {type: 'boolean', default: false},
  },
});
/** More than any run of ours should take; a hang must end. */
const ownTimeoutMs = 600_000;
const baselineLimits = {traces: 1, steps: 10, timeoutMs: 60_000};

function fail(message) {
  console.error(message);
  process.exit(1);
}

function chooseModels() {
  const found = options.generated ? null : findModelsFolder();
  if (found) return findModels(found);
  if (!options.generated) console.log('There is no ../shared/models: models are made of a seed instead.');
  const made = makeModels(Number(options.seed));
  return made ? findModels(made) : fail('No models to run.');
}

/** Replaces what stands between the markers of the page. */
function writePage(table, count) {
  const page = path.resolve(import.meta.dirname, '../../docs/engine-speed.md');
  const date = new Date().toISOString().slice(0, 10);
  const note = `${date}, Node ${process.versions.node}, ${availableParallelism()} cores; ${count} models, nothing wrong.`;
  const text = readFileSync(page, 'utf8').replace(
    /(<!-- figures -->\n)[^]*(<!-- end of figures -->)/,
    (_, start, end) => `${start}\n${note}\n\n${table}\n\n${end}`,
  );
  writeFileSync(page, text);
  console.log(`Written to ${page}.`);
}

// Our adapter drives the built package; another engine needs nothing of it.
if (!options.adapter) await build();
const adapter = options.adapter ? path.resolve(options.adapter) : path.join(import.meta.dirname, 'adapter.mjs');
if (!existsSync(adapter)) fail(`There is no engine at ${adapter}.`);
const wanted = options.only?.split(',');
const models = chooseModels().filter(({name}) => !wanted || wanted.some((part) => name.includes(part)));
if (models.length === 0) fail(`No model is called like ${options.only}.`);
const {adapter: peer, reason} = options['no-baseline'] ? {adapter: null, reason: null} : prepareBaseline();
if (reason) console.log(`No baseline: ${reason}`);
const limits = {
  ...(options.traces ? {traces: Number(options.traces)} : {}),
  ...(options.steps ? {steps: Number(options.steps)} : {}),
  timeoutMs: ownTimeoutMs,
};

// Nothing is timed beside anything else, and what is wrong is said before any figure.
const runs = [];
for (const {name, model, trace} of models) {
  process.stdout.write(`${name}: `);
  const ours = await runChild({model, trace, adapter, limits});
  const [fault] = faultsOf([{name, ours}]);
  console.log(fault ? `WRONG\n  ${fault}` : `exact, ${ours.stepMs.length} steps${ours.cut ? ' (cut)' : ''}`);
  runs.push({name, model: readJson(model), files: {model, trace}, ours, baseline: null});
}
if (faultsOf(runs).length > 0) fail(`\n${faultsOf(runs).length} of ${runs.length} models are wrong.`);
if (peer) {
  for (const run of runs) {
    console.log(`${run.name}: the baseline`);
    run.baseline = await runChild({...run.files, adapter: peer, limits: baselineLimits});
  }
}
console.log(`\nMilliseconds, and megabytes. ✗ stands before an aim that is missed.\n\n${terminalTable(runs)}`);
if (options.write) writePage(markdownTable(runs), runs.length);
