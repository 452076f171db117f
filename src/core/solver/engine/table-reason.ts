import type {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import type {TableRows} from './table-rows.js';

/** A false literal and the rows it takes out. */
interface Candidate {
  readonly literal: number;
  readonly start: number;
  /** -1: it takes those out that are not among the rows of `start`. */
  readonly invert: 0 | -1;
  gain: number;
}

/**
 * Why a value has no row: of what was gone when the trail was shorter, little that together takes out all its rows,
 * chosen greedily. Of anything else than a value: why the table has no row at all.
 */
export function explainTable(
  {variables, wordCount, firstCodes, literals, supports, isExact, all}: TableRows,
  {reasons, trail}: Kernel,
  literal: number,
  length: number,
  into: IntegerStack,
): void {
  const explained = literals.indexOf(literal ^ 1);
  const rows = explained < 0 ? all.slice() : supports.slice(explained * wordCount, (explained + 1) * wordCount);
  let words: number[] = [];
  rows.forEach((bits, word) => bits !== 0 && words.push(word));
  const take = ({start, invert}: Candidate): void => {
    for (const word of words) rows[word] = (rows[word] ?? 0) & ((supports[start + word] ?? 0) ^ ~invert);
    words = words.filter((word) => rows[word] !== 0);
  };
  const gainOf = ({start, invert}: Candidate): number => {
    let gain = 0;
    for (const word of words) gain += bitCount((rows[word] ?? 0) & ((supports[start + word] ?? 0) ^ invert));
    return gain;
  };
  const candidates: Candidate[] = [];
  variables.forEach((_, column) => {
    const first = firstCodes[column] ?? 0;
    const end = firstCodes[column + 1] ?? 0;
    if (explained >= first && explained < end) return;
    for (let code = first; code < end; code++) {
      const value = literals[code] ?? 0;
      const isFixed = reasons.wasTrue(value, length);
      if (!isFixed && !(isExact[column] && reasons.wasTrue(value ^ 1, length))) continue;
      const candidate: Candidate = {
        literal: isFixed ? value ^ 1 : value,
        start: code * wordCount,
        invert: isFixed ? -1 : 0,
        gain: Infinity,
      };
      // What holds for ever costs nothing.
      if (trail.levels[value >> 1] === 0) take(candidate);
      else candidates.push(candidate);
    }
  });
  while (words.length > 0 && candidates.length > 0) {
    // Gains only shrink: whoever is still best after counting again is best.
    let best = bestOf(candidates);
    for (let counted = null; best !== counted; best = bestOf(candidates)) {
      counted = best;
      counted.gain = gainOf(counted);
    }
    if (best.gain === 0) break;
    into.push(best.literal);
    take(best);
    best.gain = 0;
  }
  // Where cells allow several values, all of them have gone, row by row.
  const pushed = new Set<number>();
  for (const word of words) {
    for (let bits = rows[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      const column = variables.findIndex((_, at) => {
        const first = firstCodes[at] ?? 0;
        const end = firstCodes[at + 1] ?? 0;
        if (explained >= first && explained < end) return false;
        for (let code = first; code < end; code++) {
          const allows = ((supports[code * wordCount + word] ?? 0) & bit) !== 0;
          if (allows && !reasons.wasTrue((literals[code] ?? 0) ^ 1, length)) return false;
        }
        return true;
      });
      for (let code = firstCodes[column] ?? 0; code < (firstCodes[column + 1] ?? 0); code++) {
        if (((supports[code * wordCount + word] ?? 0) & bit) !== 0) pushed.add(literals[code] ?? 0);
      }
    }
  }
  for (const value of pushed) into.push(value);
}

function bestOf(candidates: readonly Candidate[]): Candidate {
  return candidates.reduce((best, candidate) => (candidate.gain > best.gain ? candidate : best));
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
