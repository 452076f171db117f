import {TwikError} from '../error.js';
import type {Value} from '../product/parameter.js';
import {decodeValue, encodeValue} from '../solver/parameter-values.js';
import {attempt} from './attempt.js';
import {causeOf, explanationOf, type Cause} from './explanations.js';
import type {Decided, Machinery} from './machinery.js';
import {readPick, withPick, type Pick, type Picks} from './pick.js';
import type {Explanation} from './request.js';
import {settle} from './settle.js';
import type {State} from './state.js';

/** After so many questions that are too hard, further ones of the same moment are not tried. */
const maxHardQuestions = 3;
/** How many values are tried one by one where what exists hangs on the number itself. */
const maxSteps = 300;

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Whether a value can be picked, without another pick given up. What is too hard to find out counts as barred. */
export function isPossible(state: State, path: string, value: Value): boolean {
  const {isActive, parameter} = state.of(path);
  const pick = isActive && attempt(() => readPick(state.machinery, parameter, value));
  if (!pick || pick instanceof TwikError) return false;
  if (!pick.assumption) return true;
  const key = `${path} ${JSON.stringify(pick.value)}`;
  const known = state.possible.get(key);
  if (known !== undefined) return known;
  const answer =
    state.hardQuestions < maxHardQuestions &&
    attempt(() => settle(state.machinery, withPick(state.picks, pick), path).kind === 'settled');
  if (answer instanceof TwikError) state.hardQuestions++;
  state.possible.set(key, answer === true);
  return answer === true;
}

/** The smallest and greatest number that `isPossible`; `null` when inactive, open for good, or no number. */
export function boundsOf(state: State, path: string): Bounds | null {
  const {isActive, parameter, value} = state.of(path);
  const decided = state.machinery.decided.get(path);
  if (!decided || !isActive || !('unit' in parameter)) return null;
  const numberAt = (index: number): number => Number(decodeValue(decided.parameter, [index]));
  const found = attempt(() => indexBounds(state, decided, numberAt));
  if (found instanceof TwikError) {
    // Too hard to find out: what is there already is possible at any rate.
    return typeof value === 'number' ? {min: value, max: value} : null;
  }
  return found && {min: numberAt(found.min), max: numberAt(found.max)};
}

function indexBounds(state: State, {parameter, decision}: Decided, numberAt: (index: number) => number): Bounds | null {
  const {machinery} = state;
  const boundsBeside = (picks: readonly Pick[]): Bounds | null => {
    const settlement = settle(machinery, new Map(picks.map((pick) => [pick.parameter.id, pick])));
    return settlement.kind === 'settled' ? machinery.solver.bounds(settlement.awake, decision) : null;
  };
  const others = [...state.picks.values()].filter((pick) => pick.parameter !== parameter);
  const certain = others.filter((pick) => !pick.parameter.active);
  const inner = boundsBeside(others);
  if (certain.length === others.length) return inner;
  // Picks that sleep or wake with this number widen or narrow what is possible: try the numbers in between.
  const outer = boundsBeside(certain);
  if (!outer) return null;
  const [current = null] = encodeValue(parameter, state.of(parameter.id).value) ?? [];
  const seek = (from: number, to: number): number | null => {
    const step = Math.sign(to - from);
    for (let tried = 0, index = from; tried < maxSteps; tried++, index += step) {
      if (isPossible(state, parameter.id, numberAt(index))) return index;
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
