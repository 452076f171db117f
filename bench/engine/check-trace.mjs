// Drives an engine along the traces of a model, compares every answer with the expected one, and takes the times.
import {offsetsOf} from './model-files.mjs';

/** The cost that the expected optima were found with. */
const costOf = (variable, index) => (variable * 7919 + index * 104729 + 13) % 97;

/** How many faults are told in full. */
const maxFaults = 5;

/**
 * Runs a model from loading to the last answer.
 *
 * @param limits `traces` and `steps` to take of each; `onProgress(record)` hears of each step.
 * @returns Times in milliseconds and what was wrong.
 */
export async function checkTrace(adapter, model, trace, {traces = Infinity, steps = Infinity, onProgress = () => {}}) {
  const offsets = offsetsOf(model);
  const record = {loadMs: NaN, stepMs: [], explainMs: [], repairMs: [], optimumMs: [], memoryMb: NaN};
  const faults = {wrong: 0, explain: 0, repair: 0, optimum: 0, told: []};
  const result = {...record, faults};
  const fault = (kind, text) => {
    faults[kind]++;
    if (faults.told.length < maxFaults) faults.told.push(text);
  };
  const timed = async (times, run) => {
    const start = performance.now();
    const answer = await run();
    times.push(performance.now() - start);
    return answer;
  };

  const before = usedMemory();
  const loading = [];
  let session;
  const first = await timed(loading, async () => {
    session = await adapter.load(model);
    return session.domains();
  });
  [result.loadMs] = loading;

  const root = new Uint8Array(offsets.at(-1)).fill(1);
  applyChange(root, offsets, trace.root);
  let expected = root.slice();
  const compare = (found, where) => {
    const place = expected.findIndex((isPossible, index) => isPossible !== found[index]);
    if (place < 0) return;
    const variable = offsets.findIndex((_, index) => offsets[index + 1] > place);
    fault('wrong', `${where}: ${model.vars[variable].n}, value ${place - offsets[variable]} is ${found[place]}`);
  };
  compare(first, 'before any choice');
  onProgress(result);

  for (const [number, {steps: all, blocked = []}] of trace.traces.slice(0, traces).entries()) {
    expected = root.slice();
    const chosen = new Set();
    for (const [at, step] of all.slice(0, steps).entries()) {
      const found = await timed(result.stepMs, () => {
        if (step.op === 'assign') session.assign(step.var, step.val);
        else session.retract(step.var);
        return session.domains();
      });
      if (step.op === 'assign') chosen.add(step.var);
      else chosen.delete(step.var);
      applyChange(expected, offsets, step);
      compare(found, `trace ${number}, step ${at}`);
      onProgress(result);
    }
    if (all.length <= steps) {
      for (const question of blocked) await checkBlocked(session, question, chosen, {result, timed, fault, number});
    }
    for (const variable of chosen) session.retract(variable);
  }
  if (session.optimum && traces === Infinity) await checkOptima(session, trace, {result, timed, fault});
  result.memoryMb = (usedMemory() - before) / 1e6;
  session.close?.();
  return result;
}

/** An explanation must be a minimal conflict, a repair as small as can be. */
async function checkBlocked(session, {var: variable, val, minRepair}, chosen, {result, timed, fault, number}) {
  const where = `trace ${number}, blocked ${variable} = ${val}`;
  if (session.explain) {
    const found = await timed(result.explainMs, () => session.explain(variable, val));
    const isMinimal =
      found?.length > 0 &&
      found.every((each) => chosen.has(each)) &&
      (!session.feasible ||
        (!session.feasible(found, variable, val) &&
          found.every((left) => session.feasible(without(found, left), variable, val))));
    if (!isMinimal) fault('explain', `${where}: ${JSON.stringify(found)} is no minimal explanation`);
  }
  if (session.repair) {
    const found = await timed(result.repairMs, () => session.repair(variable, val));
    const kept = [...chosen].filter((each) => !found?.includes(each));
    const isRight = found?.length === minRepair && (!session.feasible || session.feasible(kept, variable, val));
    if (!isRight) fault('repair', `${where}: ${JSON.stringify(found)} is no repair with ${minRepair} given up`);
  }
}

async function checkOptima(session, {optimum}, {result, timed, fault}) {
  for (const {choices, minCost} of optimum?.cases ?? []) {
    // Where the reference has proved nothing there is nothing to compare with.
    if (minCost === null) continue;
    for (const [variable, val] of choices) session.assign(variable, val);
    const found = await timed(result.optimumMs, () => session.optimum(costOf));
    if (found !== minCost) fault('optimum', `${choices.length} choices: ${found} instead of ${minCost}`);
    for (const [variable] of choices) session.retract(variable);
  }
}

const without = (list, item) => list.filter((each) => each !== item);

function applyChange(expected, offsets, {rem = [], add = []}) {
  for (const [variable, ...values] of rem) for (const value of values) expected[offsets[variable] + value] = 0;
  for (const [variable, ...values] of add) for (const value of values) expected[offsets[variable] + value] = 1;
}

function usedMemory() {
  globalThis.gc?.();
  const {heapUsed, external, arrayBuffers} = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
