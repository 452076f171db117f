import {TwikError} from '../error.js';
import {optionsOf} from '../product/environment.js';
import type {Value} from '../product/parameter.js';
import {attempt} from './attempt.js';
import {causeOf, explanationOf} from './explanations.js';
import type {Machinery} from './machinery.js';
import {readPick, withPick, type Pick} from './pick.js';
import type {Saved} from './saved.js';
import {settle} from './settle.js';
import type {Basis} from './state.js';

/** What nobody has picked anything of yet. */
export const nothingPicked: Basis = {picks: new Map(), awake: [], suspended: [], restored: null};

/**
 * Brings saved picks back as far as this version of the product has them and allows them together. Of picks that
 * contradict each other those of later parameters are suspended.
 */
export function restore(machinery: Machinery, saved: Saved): Basis {
  const {parameters, version} = machinery.product;
  const gone: {parameter: string; value: Value}[] = [];
  const found = new Map<string, Pick>();
  for (const entries of [saved.picks, saved.suspended]) {
    const taken = new Map<string, Pick>();
    for (const [id, value] of entries) {
      const {pick, lost} = takeOver(machinery, id, value);
      if (pick && !found.has(pick.parameter.id)) taken.set(pick.parameter.id, pick);
      if (lost !== undefined) gone.push({parameter: id, value: plainValue(lost)});
    }
    for (const {id} of parameters) {
      const pick = taken.get(id);
      if (pick) found.set(id, pick);
    }
  }
  const basis = addPicks(machinery, nothingPicked, found.values());
  const otherVersion = saved.productVersion !== version;
  return {...basis, restored: {gone, conflicting: basis.suspended, otherVersion}};
}

/** Takes picks one after the other, and suspends those that contradict the ones before. */
export function addPicks(machinery: Machinery, basis: Basis, added: Iterable<Pick>): Basis {
  let {picks, awake, suspended} = basis;
  for (const pick of added) {
    const {parameter, value} = pick;
    const wider = withPick(picks, pick);
    const next = settle(machinery, wider, parameter.id);
    if (next.kind === 'settled') {
      [picks, awake] = [wider, next.awake];
      continue;
    }
    const cause = causeOf(machinery, next.picks, (other) => other === pick);
    // While picks come back there are no values yet but theirs.
    const explanation = explanationOf(machinery, pick, cause, {picks: wider, valueOf: () => null});
    suspended = [...suspended, {parameter: parameter.id, value, explanation}];
  }
  return {...basis, picks, awake, suspended};
}

/** A saved value as a pick of this version, and what of it is gone. */
function takeOver(machinery: Machinery, id: string, value: unknown): {pick?: Pick; lost?: unknown} {
  const {renamed} = machinery.product;
  const parameter = machinery.parameters.get(renamed.parameters.get(id) ?? id);
  if (!parameter) return {lost: value};
  const known = optionsOf(parameter).map((option): unknown => option.id);
  const rename = (option: unknown): unknown => {
    if (typeof option !== 'string' || known.includes(option)) return option;
    return renamed.options.get(`${id}.${option}`) ?? renamed.options.get(`${parameter.id}.${option}`) ?? option;
  };
  // Of a set, what is still there stays.
  const left = Array.isArray(value) ? value.map(rename).filter((option) => known.includes(option)) : rename(value);
  const lost = Array.isArray(value) ? value.filter((option) => !known.includes(rename(option))) : [];
  if (lost.length > 0 && Array.isArray(left) && left.length === 0) return {lost: value};
  const pick = attempt(() => readPick(machinery, parameter, left, 'restored'));
  if (pick instanceof TwikError) return {lost: value};
  return lost.length > 0 ? {pick, lost} : {pick};
}

/** Whatever somebody wrote into a code, as a value that can be shown. */
function plainValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((option) => typeof option === 'string')) return value;
  return null;
}
