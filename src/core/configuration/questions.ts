import {TwikError} from '../error.js';
import type {Value} from '../product/parameter.js';
import {decodeValue, encodeValue} from '../solver/parameter-values.js';
import {explainContradiction, explanationOf} from './explanations.js';
import type {Machinery} from './machinery.js';
import {makePick, type Pick, type Picks} from './pick.js';
import {readValue} from './read-value.js';
import type {Explanation} from './request.js';
import {settle} from './settle.js';
import type {State} from './state.js';

/** After so many questions that are too hard, further ones of the same moment are not tried. */
const maxHardQuestions = 3;
/** How many values are tried one by one where what exists hangs on the number itself. */
const maxSteps = 300;

/** Whether a value can be picked, without another pick given up. What is too hard to find out counts as barred. */
export function isPossible(machinery: Machinery, state: State, path: string, value: Value): boolean {
  const parameter = machinery.parameter(path);
  if (state.parameters.get(path)?.isActive !== true) return false;
  const known = attempt(() => readValue(parameter, value));
  if (known === FAILED) return false;
  if (!machinery.decided.has(path)) return true;
  const key = `${path} ${JSON.stringify(known)}`;
  const found = state.possible.get(key);
  if (found !== undefined) return found;
  const pick = makePick(machinery, parameter, known, 'user');
  const settlement =
    state.hardQuestions < maxHardQuestions
      ? attempt(() => settle(machinery, withPick(state.picks, pick), path))
      : FAILED;
  if (settlement === FAILED) state.hardQuestions++;
  const isPossible = settlement !== FAILED && settlement.kind === 'settled';
  state.possible.set(key, isPossible);
  return isPossible;
}

/** The smallest and greatest number that `isPossible`; `null` when inactive, open for good, or no number. */
export function boundsOf(
  machinery: Machinery,
  state: State,
  path: string,
): {readonly min: number; readonly max: number} | null {
  const {kind} = machinery.parameter(path);
  const decided = machinery.decided.get(path);
  if (!decided || (kind !== 'integer' && kind !== 'number') || state.parameters.get(path)?.isActive !== true)
    return null;
  const {parameter, decision} = decided;
  const numberAt = (index: number): number => Number(decodeValue(parameter, [index]));
  const picks = new Map([...state.picks].filter(([id]) => id !== path));
  const found = attempt(() => {
    const {solver} = machinery;
    const others = settle(machinery, picks);
    const inner = others.kind === 'settled' ? solver.bounds(others.awake, decision) : null;
    const conditional = [...picks.values()].some((pick) => pick.parameter.active);
    if (!conditional) return inner;
    // Picks that sleep or wake with this number widen or narrow what is possible: try the numbers in between.
    const certain = [...picks].filter(([, pick]) => !pick.parameter.active);
    const settled = settle(machinery, new Map(certain));
    const outer = settled.kind === 'settled' ? solver.bounds(settled.awake, decision) : null;
    if (!outer) return null;
    const seek = (from: number, to: number, step: 1 | -1): number | null => {
      for (let index = from, steps = 0; index !== to + step && steps < maxSteps; index += step, steps++) {
        if (isPossible(machinery, state, path, numberAt(index))) return index;
      }
      return null;
    };
    const {value = null} = state.parameters.get(path) ?? {};
    const current = value === null ? null : (encodeValue(parameter, value)?.[0] ?? null);
    const min = seek(outer.min, current ?? outer.max, 1) ?? current;
    const max = seek(outer.max, current ?? outer.min, -1) ?? current;
    return min === null || max === null ? inner : {min, max};
  });
  if (found !== FAILED) return found && {min: numberAt(found.min), max: numberAt(found.max)};
  // Too hard to find out: what is there already is possible at any rate.
  const {value} = state.parameters.get(path) ?? {};
  return typeof value === 'number' ? {min: value, max: value} : null;
}

/**
 * Why a value is barred; without rules and picks when it is not.
 *
 * @throws TwikError when the parameter cannot have such a value at all, or `search-limit`.
 */
export function explainValue(machinery: Machinery, state: State, path: string, value: Value): Explanation {
  const parameter = machinery.parameter(path);
  const pick = makePick(machinery, parameter, readValue(parameter, value), 'user');
  const picks = withPick(state.picks, pick);
  const context = {picks, valueOf: (id: string): Value => state.parameters.get(id)?.value ?? null};
  const decided = machinery.decided.get(path);
  if (decided && state.parameters.get(path)?.isActive !== true) {
    const others = [...state.picks.values()].filter((each) => each.parameter.id !== path && each.assumption);
    const awake = others.filter(({assumption}) => assumption && state.awake.includes(assumption));
    const found = machinery.solver.explain(
      awake.flatMap(({assumption}) => assumption ?? []),
      [decided.presence],
    );
    const atFault = awake.filter(({assumption}) => assumption && found?.assumptions.includes(assumption));
    const rules = {assumptions: [], constraints: found?.constraints ?? [path]};
    return explanationOf(machinery, path, pick.value, {found: rules, atFault, context});
  }
  const settlement = settle(machinery, picks, path);
  if (settlement.kind === 'settled') {
    return explanationOf(machinery, path, pick.value, {found: null, atFault: [], context});
  }
  const asked = settlement.picks.includes(pick) ? pick : (settlement.picks.at(-1) ?? pick);
  const explanation = explainContradiction(machinery, settlement, asked, context);
  return {...explanation, parameter: path, value: pick.value};
}

function withPick(picks: Picks, pick: Pick): Picks {
  return new Map([...[...picks].filter(([id]) => id !== pick.parameter.id), [pick.parameter.id, pick]]);
}

const FAILED = Symbol('failed');

function attempt<T>(run: () => T): T | typeof FAILED {
  try {
    return run();
  } catch (error) {
    if (error instanceof TwikError) return FAILED;
    throw error;
  }
}
