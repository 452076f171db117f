import type {EngineConstraint} from './engine-model.js';
import type {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import type {Native, Reading} from './native.js';
import {addAsPairs} from './pair-table.js';
import {explainTable} from './table-reason.js';
import type {TableRows} from './table-rows.js';
import {isTrue} from './trail.js';

/** Adds a table; its columns may have sets of values or any value in a cell. */
export function addTable(
  kernel: Kernel,
  {variables, rows}: Extract<EngineConstraint, {kind: 'table'}>,
  condition: number,
): void {
  // A cell without values never holds, and nothing that goes would take its row along.
  const usable = rows.filter((row) => row.every((cell) => typeof cell === 'number' || cell.length > 0));
  if (condition === isTrue && addAsPairs(kernel, variables, usable)) return;
  kernel.addNative((id) => new Table(kernel, id, condition, variables, usable), false);
}

/** Rows of which one must hold, as bits: what is gone takes its rows along, and what has no row left goes. */
class Table implements Native, TableRows {
  readonly rank = 1;
  readonly variables: readonly number[];
  readonly condition: number;
  readonly wordCount: number;
  readonly firstCodes: Int32Array;
  readonly literals: Int32Array;
  readonly columns: Int32Array;
  readonly supports: Int32Array;
  readonly isExact: readonly boolean[];
  readonly all: Int32Array;
  readonly #kernel: Kernel;
  readonly #id: number;
  /** Where `trail.memory` has the words of the rows left, behind how many words are not empty, and whether all was filtered. */
  readonly #words: number;
  /** Which words are not empty, first. */
  readonly #order: Int32Array;
  /** By code: a word in which it had a row when last looked for. */
  readonly #residues: Int32Array;
  /** By column: how many of the values that have gone are new. */
  readonly #news: Int32Array;
  readonly #mask: Int32Array;

  constructor(
    kernel: Kernel,
    id: number,
    condition: number,
    variables: readonly number[],
    rows: readonly (readonly (number | readonly number[])[])[],
  ) {
    this.#kernel = kernel;
    this.#id = id;
    this.variables = variables;
    this.condition = condition;
    const {domains, trail} = kernel;
    const wordCount = (rows.length + 31) >> 5;
    this.wordCount = wordCount;
    this.firstCodes = new Int32Array(variables.length + 1);
    variables.forEach((variable, column) => {
      this.firstCodes[column + 1] = (this.firstCodes[column] ?? 0) + domains.size(variable);
    });
    const codes = this.firstCodes[variables.length] ?? 0;
    this.literals = new Int32Array(codes);
    this.columns = new Int32Array(codes);
    this.supports = new Int32Array(codes * wordCount);
    const isExact = variables.map(() => true);
    this.isExact = isExact;
    variables.forEach((variable, column) => {
      const first = this.firstCodes[column] ?? 0;
      for (let index = 0; index < domains.size(variable); index++) {
        const literal = domains.equal(variable, index);
        this.literals[first + index] = literal;
        this.columns[first + index] = column;
        kernel.listen(id, literal ^ 1, first + index);
      }
    });
    this.all = new Int32Array(wordCount);
    rows.forEach((row, place) => {
      const word = place >> 5;
      const bit = 1 << (place & 31);
      this.all[word] = (this.all[word] ?? 0) | bit;
      const allow = (code: number): void => {
        const at = code * wordCount + word;
        this.supports[at] = (this.supports[at] ?? 0) | bit;
      };
      for (let column = 0; column < variables.length; column++) {
        const cell = row[column] ?? -1;
        const first = this.firstCodes[column] ?? 0;
        if (typeof cell === 'number' && cell >= 0) {
          allow(first + cell);
          continue;
        }
        isExact[column] = false;
        if (typeof cell !== 'number') for (const index of cell) allow(first + index);
        else for (let code = first; code < (this.firstCodes[column + 1] ?? 0); code++) allow(code);
      }
    });
    this.#words = trail.reserve(wordCount + 2);
    trail.memory.set(this.all, this.#words);
    trail.memory[this.#words + wordCount] = wordCount;
    this.#order = Int32Array.from({length: wordCount}, (_, word) => word);
    this.#residues = new Int32Array(codes);
    this.#news = new Int32Array(variables.length);
    this.#mask = new Int32Array(wordCount);
  }

  propagate(removed: Int32Array): boolean {
    const {trail} = this.#kernel;
    const state = trail.values[this.condition] ?? 0;
    if (state < 0) return true;
    const hasChanged = this.#update(removed);
    const {memory} = trail;
    const filtered = this.#words + this.wordCount + 1;
    if (memory[filtered - 1] === 0) return this.#kernel.narrow(this.#id, this.condition ^ 1);
    if (state === 0) {
      if (hasChanged) trail.write(filtered, 0);
      return true;
    }
    if (!hasChanged && memory[filtered] === 1) return true;
    trail.write(filtered, 1);
    return this.#filter();
  }

  /** Takes the rows of values that have gone out. */
  #update(removed: Int32Array): boolean {
    const {trail} = this.#kernel;
    const {values} = trail;
    const news = this.#news;
    for (const code of removed) {
      const column = this.columns[code] ?? 0;
      news[column] = (news[column] ?? 0) + 1;
    }
    let hasChanged = false;
    for (const removedCode of removed) {
      const column = this.columns[removedCode] ?? 0;
      const gone = news[column] ?? 0;
      if (gone === 0) continue;
      news[column] = 0;
      const first = this.firstCodes[column] ?? 0;
      const end = this.firstCodes[column + 1] ?? 0;
      let left = 0;
      let last = 0;
      for (let code = first; code < end; code++) {
        if ((values[this.literals[code] ?? 0] ?? 0) < 0) continue;
        left++;
        last = code;
      }
      if (left === 1) {
        if (this.#apply(this.supports, last * this.wordCount, 0)) hasChanged = true;
        continue;
      }
      const isByGone = this.isExact[column] === true && gone < left;
      if (isByGone && gone === 1) {
        if (this.#apply(this.supports, removedCode * this.wordCount, -1)) hasChanged = true;
        continue;
      }
      this.#clearMask();
      if (isByGone) for (const code of removed) if (this.columns[code] === column) this.#addToMask(code);
      if (!isByGone) {
        for (let code = first; code < end; code++) {
          if ((values[this.literals[code] ?? 0] ?? 0) >= 0) this.#addToMask(code);
        }
      }
      if (this.#apply(this.#mask, 0, isByGone ? -1 : 0)) hasChanged = true;
    }
    return hasChanged;
  }

  get #limit(): number {
    return this.#kernel.trail.memory[this.#words + this.wordCount] ?? 0;
  }

  #clearMask(): void {
    const limit = this.#limit;
    for (let place = 0; place < limit; place++) this.#mask[this.#order[place] ?? 0] = 0;
  }

  #addToMask(code: number): void {
    const mask = this.#mask;
    const order = this.#order;
    const {supports} = this;
    const start = code * this.wordCount;
    const limit = this.#limit;
    for (let place = 0; place < limit; place++) {
      const word = order[place] ?? 0;
      mask[word] = (mask[word] ?? 0) | (supports[start + word] ?? 0);
    }
  }

  /** Keeps the rows of the words that begin there, turned round by `invert`. */
  #apply(words: Int32Array, start: number, invert: 0 | -1): boolean {
    const {trail} = this.#kernel;
    const order = this.#order;
    const address = this.#words;
    const limit = this.#limit;
    let left = limit;
    let hasChanged = false;
    this.#kernel.work += 1 + (limit >> 3);
    for (let place = limit - 1; place >= 0; place--) {
      const word = order[place] ?? 0;
      const old = trail.memory[address + word] ?? 0;
      const kept = old & ((words[start + word] ?? 0) ^ invert);
      if (kept === old) continue;
      trail.write(address + word, kept);
      hasChanged = true;
      if (kept !== 0) continue;
      left--;
      order[place] = order[left] ?? 0;
      order[left] = word;
    }
    if (left !== limit) trail.write(address + this.wordCount, left);
    return hasChanged;
  }

  /** Removes the values that have no row left. */
  #filter(): boolean {
    const {values} = this.#kernel.trail;
    for (let column = 0; column < this.variables.length; column++) {
      const end = this.firstCodes[column + 1] ?? 0;
      for (let code = this.firstCodes[column] ?? 0; code < end; code++) {
        const literal = this.literals[code] ?? 0;
        if ((values[literal] ?? 0) < 0 || this.#hasRow(code)) continue;
        if (!this.#kernel.narrow(this.#id, literal ^ 1)) return false;
      }
    }
    return true;
  }

  #hasRow(code: number): boolean {
    const {memory} = this.#kernel.trail;
    const {supports} = this;
    const address = this.#words;
    const start = code * this.wordCount;
    const residue = this.#residues[code] ?? 0;
    if (((supports[start + residue] ?? 0) & (memory[address + residue] ?? 0)) !== 0) return true;
    const limit = memory[address + this.wordCount] ?? 0;
    for (let place = 0; place < limit; place++) {
      const word = this.#order[place] ?? 0;
      if (((supports[start + word] ?? 0) & (memory[address + word] ?? 0)) === 0) continue;
      this.#residues[code] = word;
      return true;
    }
    return false;
  }

  explain(literal: number, length: number, into: IntegerStack): void {
    explainTable(this, this.#kernel, literal, length, into);
    if (literal !== (this.condition ^ 1)) into.push(this.condition ^ 1);
  }

  holds(reading: Reading): boolean {
    const {supports, wordCount, variables, firstCodes} = this;
    const starts = variables.map((variable, column) => ((firstCodes[column] ?? 0) + reading(variable)) * wordCount);
    for (let word = 0; word < wordCount; word++) {
      let rows = -1;
      for (let column = 0; column < starts.length && rows !== 0; column++) {
        rows &= supports[(starts[column] ?? 0) + word] ?? 0;
      }
      if (rows !== 0) return true;
    }
    return false;
  }

  suggest(reading: Reading): number {
    const {trail} = this.#kernel;
    const {supports, wordCount} = this;
    // The row left that has most in common with what is read: column after column, where that leaves any.
    let rows = trail.memory.slice(this.#words, this.#words + wordCount);
    let odd = -1;
    for (let column = 0; column < this.variables.length; column++) {
      const start = ((this.firstCodes[column] ?? 0) + reading(this.variables[column] ?? 0)) * wordCount;
      const shared = rows.map((bits, word) => bits & (supports[start + word] ?? 0));
      if (shared.some((bits) => bits !== 0)) rows = shared;
      else odd = odd < 0 ? column : odd;
    }
    const word = rows.findIndex((bits) => bits !== 0);
    const bit = (rows[word] ?? 0) & -(rows[word] ?? 0);
    for (let code = this.firstCodes[odd] ?? 0; ; code++) {
      const literal = this.literals[code] ?? 0;
      if (((supports[code * wordCount + word] ?? 0) & bit) !== 0 && trail.values[literal] === 0) return literal;
    }
  }
}
