import {TwikError} from '../error.js';
import type {Value} from '../product/parameter.js';
import type {Product} from '../product/product.js';
import type {RestoreReport} from './configuration.js';
import {explainContradiction} from './explanations.js';
import type {Machinery} from './machinery.js';
import {makePick, type Pick} from './pick.js';
import {readValue} from './read-value.js';
import type {SerialConfiguration} from './serial.js';
import {settle} from './settle.js';
import {decodeShareCode, isPlain, type Saved} from './share-code.js';
import {State} from './state.js';

/**
 * Reads what was saved: a share code, or a serial configuration, of which only what somebody picked counts.
 *
 * @throws TwikError `code-invalid`, or `code-other-product`.
 */
export function readSaved(from: string | SerialConfiguration, product: Product): Saved {
  const saved = typeof from === 'string' ? decodeShareCode(from) : readSerial(from);
  if (saved.product === product.id) return saved;
  throw new TwikError(
    'code-other-product',
    `This is a configuration of "${saved.product.slice(0, 64)}", not of "${product.id}". Open it there.`,
  );
}

function readSerial(serial: unknown): Saved {
  const {product, productVersion, values, origins} = isPlain(serial) ? serial : {};
  if (typeof product !== 'string' || typeof productVersion !== 'string' || !isPlain(values) || !isPlain(origins)) {
    throw new TwikError('code-invalid', 'This is not a saved configuration. Give what `serialize()` returned.');
  }
  const isPicked = (id: string): boolean =>
    Object.hasOwn(origins, id) && (origins[id] === 'user' || origins[id] === 'restored');
  return {
    product,
    productVersion,
    picks: new Map(Object.entries(values).filter(([id]) => isPicked(id))),
    suspended: new Map(),
  };
}

/**
 * Brings saved picks back as far as this version of the product has them and allows them together. Of picks that
 * contradict each other those of later parameters are suspended.
 */
export function restore(machinery: Machinery, saved: Saved): State {
  const {product} = machinery;
  const gone: {parameter: string; value: Value}[] = [];
  const found = new Map<string, Pick>();
  const doubtful = new Map<string, Pick>();
  const take = (entries: ReadonlyMap<string, unknown>, into: Map<string, Pick>): void => {
    for (const [id, value] of entries) {
      const {pick, lost} = takeOver(machinery, id, value);
      if (pick && !found.has(pick.parameter.id)) into.set(pick.parameter.id, pick);
      if (lost !== undefined) gone.push({parameter: id, value: plainValue(lost)});
    }
  };
  take(saved.picks, found);
  take(saved.suspended, doubtful);
  const ordered = [found, doubtful].flatMap((picks) =>
    product.parameters.map(({id}) => picks.get(id)).filter((pick) => pick !== undefined),
  );
  return restorePicks(machinery, ordered, [], (conflicting) => ({
    gone,
    conflicting,
    otherVersion: saved.productVersion !== product.version,
  }));
}

/** Takes picks one after the other, and suspends those that contradict the ones before, beside those that are already. */
export function restorePicks(
  machinery: Machinery,
  ordered: readonly Pick[],
  suspended: RestoreReport['conflicting'],
  report: (conflicting: RestoreReport['conflicting']) => RestoreReport | null,
): State {
  let picks = new Map<string, Pick>();
  const conflicting: RestoreReport['conflicting'][number][] = [];
  let settlement = settle(machinery, picks);
  for (const pick of ordered) {
    const {parameter, value} = pick;
    const wider = new Map([...picks].filter(([id]) => id !== parameter.id)).set(parameter.id, pick);
    const next = settle(machinery, wider, parameter.id);
    if (next.kind === 'settled') [picks, settlement] = [wider, next];
    else {
      const explanation = explainContradiction(machinery, next, pick, {picks: wider, valueOf: currentValue});
      conflicting.push({parameter: parameter.id, value, explanation});
    }
  }
  const awake = settlement.kind === 'settled' ? settlement.awake : [];
  return new State(machinery, {picks, awake, suspended: [...suspended, ...conflicting], restored: report(conflicting)});

  /** While picks come back there are no values yet but theirs. */
  function currentValue(id: string): Value {
    return picks.get(id)?.value ?? null;
  }
}

/** A saved value as a pick of this version, and what of it is gone. */
function takeOver(machinery: Machinery, id: string, value: unknown): {pick?: Pick; lost?: unknown} {
  const {renamed} = machinery.product;
  const parameter = machinery.parameters.get(renamed.parameters.get(id) ?? id);
  if (!parameter) return {lost: value};
  const isKnown = (option: unknown): boolean =>
    !('options' in parameter) || parameter.options.some((known) => known.id === option);
  const rename = (option: unknown): unknown => {
    if (typeof option !== 'string' || isKnown(option)) return option;
    return renamed.options.get(`${id}.${option}`) ?? renamed.options.get(`${parameter.id}.${option}`) ?? option;
  };
  const lost = Array.isArray(value) ? value.filter((option) => !isKnown(rename(option))) : [];
  const left = Array.isArray(value) ? value.map(rename).filter(isKnown) : rename(value);
  // Of a set, what is still there stays.
  if (lost.length > 0 && Array.isArray(left) && left.length === 0) return {lost: value};
  try {
    const pick = makePick(machinery, parameter, readValue(parameter, left), 'restored');
    return lost.length > 0 ? {pick, lost} : {pick};
  } catch (error) {
    if (error instanceof TwikError) return {lost: value};
    throw error;
  }
}

/** Whatever somebody wrote into a code, as a value that can be shown. */
function plainValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((option) => typeof option === 'string')) return value;
  return null;
}
