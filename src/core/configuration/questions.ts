import {TwikError} from '../error.js';
import type {Value} from '../product/parameter.js';
import {decodeValue, encodeValue} from '../solver/parameter-values.js';
import type {Bounds, WorkBudget} from '../solver/solver.js';
import {attempt} from './attempt.js';
import {causeOf, explanationOf, type Cause} from './explanations.js';
import type {Decided, Machinery} from './machinery.js';
import {readPick, withPick, type Pick, type Picks} from './pick.js';
import type {Explanation} from './request.js';
import {settle} from './settle.js';
import type {State} from './state.js';
import {unfinished, within} from './within-budget.js';

/** After so many questions that are too hard, further ones of the same moment are not tried. */
const maxHardQuestions = 3;
/** How many numbers are listed. */
const maxListed = 256;
/** How many values are tried one by one where what exists hangs on the number itself. */
const maxSteps = 300;

/** Whether a value can be picked, without another pick given up. What is too hard to find out counts as barred. */
export function isPossible(state: State, path: string, value: Value): boolean {
  return answerOf(state, path, value) === true;
}

/** The same as far as it is known within a budget; `null`: not yet. */
export function tryPossible(state: State, path: string, value: Value, budget: WorkBudget): boolean | null {
  return answerOf(state, path, value, budget);
}

function answerOf(state: State, path: string, value: Value, budget?: WorkBudget): boolean | null {
  const {machinery} = state;
  const {isActive, parameter} = state.of(path);
  const pick = isActive && attempt(() => readPick(machinery, parameter, value));
  if (!pick || pick instanceof TwikError) return false;
  if (!pick.assumption) return true;
  const key = `${path} ${JSON.stringify(pick.value)}`;
  const known = state.possible.get(key);
  if (known !== undefined) return known;
  if (state.hardQuestions >= maxHardQuestions) return false;
  const {decided} = machinery;
  const solver = within(budget, machinery.solver);
  const answer = attempt(() => settle({solver, decided}, withPick(state.picks, pick), path).kind === 'settled');
  if (answer === unfinished) return null;
  if (answer instanceof TwikError) state.hardQuestions++;
  state.possible.set(key, answer === true);
  return answer === true;
}

/** The smallest and greatest number that `isPossible`; `null` when inactive, open for good, or no number. */
export function boundsOf(state: State, path: string): Bounds | null {
  return tryBounds(state, path) ?? null;
}

/** The same as far as it is known within a budget; `undefined`: not yet. */
export function tryBounds(state: State, path: string, budget?: WorkBudget): Bounds | null | undefined {
  const {isActive, parameter, value} = state.of(path);
  const decided = state.machinery.decided.get(path);
  if (!decided || !isActive || !('unit' in parameter)) return null;
  const known = state.bounds.get(path);
  if (known !== undefined) return known;
  const numberAt = (index: number): number => Number(decodeValue(decided.parameter, [index]));
  const found = attempt(() => indexBounds(state, decided, numberAt, budget));
  if (found === unfinished) return undefined;
  // Where it is too hard to find out, what is there already is possible at any rate.
  const hard = typeof value === 'number' ? {min: value, max: value} : null;
  const bounds = found instanceof TwikError ? hard : found && {min: numberAt(found.min), max: numberAt(found.max)};
  state.bounds.set(path, bounds);
  return bounds;
}

/** All numbers that `isPossible`, ascending; `null` where more than 256 lie between the bounds, or there are none. */
export function possibleNumbers(state: State, path: string): readonly number[] | null {
  const decided = state.machinery.decided.get(path);
  const bounds = boundsOf(state, path);
  if (!decided || !bounds) return null;
  const [first = 0] = encodeValue(decided.parameter, bounds.min) ?? [];
  const [last = first] = encodeValue(decided.parameter, bounds.max) ?? [];
  if (last - first >= maxListed) return null;
  const numbers = Array.from({length: last - first + 1}, (_, place) => {
    return Number(decodeValue(decided.parameter, [first + place]));
  });
  return numbers.filter((number) => isPossible(state, path, number));
}

function indexBounds(
  state: State,
  {parameter, decision}: Decided,
  numberAt: (index: number) => number,
  budget: WorkBudget | undefined,
): Bounds | null {
  const {decided} = state.machinery;
  const solver = within(budget, state.machinery.solver);
  const boundsBeside = (picks: readonly Pick[]): Bounds | null => {
    const settlement = settle({solver, decided}, new Map(picks.map((pick) => [pick.parameter.id, pick])));
    return settlement.kind === 'settled' ? solver.bounds(settlement.awake, decision) : null;
  };
  const others = [...state.picks.values()].filter((pick) => pick.parameter !== parameter);
  const certain = others.filter((pick) => !pick.parameter.active);
  const inner = boundsBeside(others);
  if (certain.length === others.length) return inner;
  // Picks that sleep or wake with this number widen or narrow what is possible: try the numbers in between.
  const outer = boundsBeside(certain);
  if (!outer) return null;
  const {value} = state.of(parameter.id);
  const [current = null] = (typeof value === 'number' && encodeValue(parameter, value)) || [];
  const seek = (from: number, to: number): number | null => {
    const step = Math.sign(to - from);
    for (let tried = 0, index = from; tried < maxSteps; tried++, index += step) {
      const answer = answerOf(state, parameter.id, numberAt(index), budget);
      if (answer === null) throw unfinished;
      if (answer) return index;
      if (index === to) break;
    }
    return current;
  };
  const min = seek(outer.min, current ?? outer.max);
  const max = seek(outer.max, current ?? outer.min);
  return min === null || max === null ? inner : {min, max};
}

/**
 * Why a value is barred; without rules and picks when it is not.
 *
 * @throws TwikError when the parameter cannot have such a value at all, or `search-limit`.
 */
export function explainValue(state: State, path: string, value: Value): Explanation {
  const {machinery} = state;
  const {isActive, parameter} = state.of(path);
  const pick = readPick(machinery, parameter, value);
  const picks = withPick(state.picks, pick);
  const decided = machinery.decided.get(path);
  const cause =
    decided && !isActive
      ? causeOfAbsence(state, {...pick, assumption: decided.presence})
      : causeAgainst(machinery, picks, pick);
  return explanationOf(machinery, pick, cause, {picks, valueOf: (id) => state.of(id).value});
}

function causeAgainst(machinery: Machinery, picks: Picks, pick: Pick): Cause {
  const settlement = settle(machinery, picks, pick.parameter.id);
  if (settlement.kind === 'settled') return {rules: [], picks: []};
  return causeOf(machinery, settlement.picks, (other) => other === pick);
}

/** @param presence A pick that says no more than that its parameter exists. */
function causeOfAbsence({awake, machinery, picks}: State, presence: Pick): Cause {
  const {id} = presence.parameter;
  const others = [...picks.values()].filter(
    ({parameter, assumption}) => parameter.id !== id && assumption && awake.includes(assumption),
  );
  const {rules, ...cause} = causeOf(machinery, [...others, presence], (pick) => pick === presence);
  // Where it could exist, what it hangs on is merely not so at present.
  return {...cause, rules: rules.length > 0 ? rules : [id]};
}
