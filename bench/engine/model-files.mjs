// Models (cfgn/1) and traces with expected answers (cfgt/1), as files beside each other: NAME.model.json and
// NAME.trace.json, either of them perhaps with .gz. The formats are described in the models' README.
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';

export function readJson(file) {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** All models of a folder that have a trace, the smallest file first. */
export function findModels(folder) {
  return readdirSync(folder)
    .flatMap((file) => {
      const name = /^(.+)\.model\.json(\.gz)?$/.exec(file)?.[1];
      const traces = [`${name}.trace.json`, `${name}.trace.json.gz`].map((each) => path.join(folder, each));
      const trace = traces.find((each) => existsSync(each));
      return name && trace ? [{name, model: path.join(folder, file), trace}] : [];
    })
    .sort((a, b) => statSync(a.model).size - statSync(b.model).size);
}

/** How many values a variable has; without a list of them it is a boolean. */
export const sizeOf = (variable) => variable.d?.length ?? 2;

/** Where the values of each variable begin among all values; the last entry is how many there are. */
export function offsetsOf({vars}) {
  const offsets = new Int32Array(vars.length + 1);
  vars.forEach((variable, index) => (offsets[index + 1] = offsets[index] + sizeOf(variable)));
  return offsets;
}
