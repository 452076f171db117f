import {openInClingo} from '../../test/support/solver/clingo.mjs';
import {createRandom} from '../../test/support/solver/random.ts';
import {offsetsOf, sizeOf} from './model-files.mjs';

/** Share of the steps that take a choice back. */
const retracting = 0.15;
/** How many values that are impossible at the end of a trace are asked about. */
const maxBlocked = 8;

/**
 * Makes random choices in a model and writes down (cfgt/1) what clingo says is possible after each.
 *
 * @returns `null` when the model has no solution.
 */
export function makeTrace(model, {seed, traces, steps}) {
  const random = createRandom(seed);
  const oracle = openInClingo(model);
  const offsets = offsetsOf(model);
  const domainsWith = (chosen) => {
    const possible = oracle.possible([...chosen].map(([variable, index]) => ({variable, index})));
    if (possible.size === 0) return null;
    const domains = new Uint8Array(offsets.at(-1));
    model.vars.forEach((variable, place) => {
      for (let index = 0; index < sizeOf(variable); index++) {
        if (possible.has(`${place}:${index}`)) domains[offsets[place] + index] = 1;
      }
    });
    return domains;
  };

  const root = domainsWith(new Map());
  if (!root) return null;
  const made = Array.from({length: traces}, () => {
    const chosen = new Map();
    let domains = root;
    const taken = [];
    while (taken.length < steps) {
      const open = openVariables(model, offsets, domains, chosen);
      if (chosen.size > 0 && (random.chance(retracting) || open.length === 0)) {
        const variable = random.pick([...chosen.keys()]);
        chosen.delete(variable);
        taken.push({op: 'retract', var: variable});
      } else if (open.length > 0) {
        const variable = random.pick(open);
        const val = random.pick(possibleIndices(offsets, domains, variable));
        chosen.set(variable, val);
        taken.push({op: 'assign', var: variable, val});
      } else break;
      const next = domainsWith(chosen);
      Object.assign(taken.at(-1), changeOf(model, offsets, domains, next));
      domains = next;
    }
    const choices = [...chosen].map(([variable, index]) => ({variable, index}));
    const blocked = random.sample(barredValues(model, offsets, root, domains), maxBlocked).map((wanted) => ({
      var: wanted.variable,
      val: wanted.index,
      minRepair: oracle.fewestGivenUp(choices, wanted),
    }));
    return {steps: taken, blocked};
  });
  const all = new Uint8Array(root.length).fill(1);
  return {format: 'cfgt/1', seed, oracle: 'clingo', root: changeOf(model, offsets, all, root), traces: made};
}

function possibleIndices(offsets, domains, variable) {
  return [...domains.subarray(offsets[variable], offsets[variable + 1])].flatMap((isPossible, index) =>
    isPossible ? [index] : [],
  );
}

/** Variables that nobody has chosen and that can have more than one value. */
function openVariables(model, offsets, domains, chosen) {
  return model.vars.flatMap((_, variable) =>
    !chosen.has(variable) && possibleIndices(offsets, domains, variable).length > 1 ? [variable] : [],
  );
}

/** Values that were possible before any choice and are not now. */
function barredValues(model, offsets, root, domains) {
  return model.vars.flatMap((definition, variable) =>
    Array.from({length: sizeOf(definition)}, (_, index) => ({variable, index})).filter(({index}) => {
      const place = offsets[variable] + index;
      return root[place] && !domains[place];
    }),
  );
}

function changeOf(model, offsets, before, after) {
  const gather = (isWanted) =>
    model.vars.flatMap((definition, variable) => {
      const found = Array.from({length: sizeOf(definition)}, (_, index) => index).filter((index) =>
        isWanted(offsets[variable] + index),
      );
      return found.length > 0 ? [[variable, ...found]] : [];
    });
  return {
    rem: gather((place) => before[place] && !after[place]),
    add: gather((place) => !before[place] && after[place]),
  };
}
