// `node --import tsx write-models.mjs FOLDER SEED`: writes models of the families of the field, made of a seed, with traces
// checked by clingo. What is there already stays.
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {clingoIsMissing} from '../../test/support/solver/clingo.mjs';
import {featureTree} from '../../test/support/solver/families/feature-tree.ts';
import {mixed} from '../../test/support/solver/families/mixed.ts';
import {sums} from '../../test/support/solver/families/sums.ts';
import {tableCatalogue} from '../../test/support/solver/families/table-catalogue.ts';
import {vehicleTables} from '../../test/support/solver/families/vehicle-tables.ts';
import {makeTrace} from './make-trace.mjs';

/** What is made: a name, how, and how long the traces are. */
const kinds = [
  ['catalogue', (seed) => tableCatalogue(seed, {columns: 12, rows: 300, values: 30}), {traces: 20, steps: 8}],
  ['features-500', (seed) => featureTree(seed, {features: 500}), {traces: 10, steps: 30}],
  ['sums', (seed) => sums(seed, {variables: 40, sums: 12, terms: 8}), {traces: 10, steps: 20}],
  ['mixed', (seed) => mixed(seed, {features: 120}), {traces: 10, steps: 20}],
  ['vehicle-9000', (seed) => vehicleTables(seed, {variables: 140, tables: 150, rows: 9000}), {traces: 8, steps: 20}],
  ['features-3000', (seed) => featureTree(seed, {features: 3000}), {traces: 4, steps: 20}],
  [
    'vehicle-110000',
    (seed) => vehicleTables(seed, {variables: 100, tables: 110, rows: 110_000}),
    {traces: 2, steps: 12},
  ],
  ['features-15000', (seed) => featureTree(seed, {features: 15_000}), {traces: 2, steps: 12}],
];

const [folder, seedText] = process.argv.slice(2);
const seed = Number(seedText);
if (clingoIsMissing) {
  console.error(clingoIsMissing);
  process.exit(1);
}
mkdirSync(folder, {recursive: true});
for (const [kind, make, length] of kinds) {
  const file = (what) => path.join(folder, `${kind}-${seed}.${what}.json`);
  if (existsSync(file('trace'))) continue;
  const model = {...make(seed), name: `${kind}-${seed}`};
  const trace = makeTrace(model, {seed, ...length});
  if (!trace) {
    console.log(`${model.name} has no solution; it is left out.`);
    continue;
  }
  writeFileSync(file('model'), JSON.stringify(model));
  writeFileSync(file('trace'), JSON.stringify(trace));
  console.log(`Made ${model.name}: ${model.vars.length} variables.`);
}
