import {TwikError} from '../../error.js';
import type {Clauses} from './clauses.js';
import {grown} from './integer-lists.js';
import type {EngineVariable} from './engine-model.js';
import {offsetsOf, type Literal} from './literal.js';
import {MadeLiterals} from './made-literals.js';
import {isFalse, isTrue} from './trail.js';

/** Variables with more values get the literals of bounds and values one by one, when something needs them. */
export const eagerSize = 256;

/** In place of a variable: a boolean speaks about none. */
export const none = -1;

type Shape = 'constant' | 'boolean' | 'set' | 'range' | 'large';

/**
 * The variables as booleans. Two values are one boolean; unordered values a boolean each; ordered ones have a boolean
 * for each "at most" besides, where the first value is the first bound and the last value the opposite of the last.
 */
export class VariableLiterals {
  readonly offsets: Int32Array;
  /** By boolean: the variable it speaks about, or `none`. */
  variableOf = new Int32Array(1).fill(none);
  /** By literal: the value, among the values of all variables, that is gone when it is true; -1 if it is not that of one. */
  removes = new Int32Array(2).fill(-1);
  /** By boolean: `k` when it says "at most k" of an ordered variable, else -1. */
  boundOf = new Int32Array(1).fill(-1);
  readonly shapes: readonly Shape[];
  /** Called with each literal of a large variable that is made. */
  onMade: (literal: number) => void = () => undefined;
  readonly #sizes: Int32Array;
  /** By variable: its first boolean. */
  readonly #first: Int32Array;
  readonly #made: (MadeLiterals | undefined)[] = [];
  /** By value: its variable. */
  readonly variableOfValue: Int32Array;
  readonly #clauses: Clauses;
  readonly #addBooleans: (count: number) => number;

  /**
   * @param isEager Whether a large variable is to have all its literals at once.
   * @param addBooleans Makes new booleans and gives the first.
   */
  constructor(
    variables: readonly EngineVariable[],
    clauses: Clauses,
    isEager: (variable: number) => boolean,
    addBooleans: (count: number) => number,
  ) {
    this.offsets = offsetsOf(variables);
    this.#clauses = clauses;
    this.#addBooleans = addBooleans;
    this.#sizes = Int32Array.from(variables, ({size}) => size);
    this.#first = new Int32Array(variables.length);
    this.variableOfValue = new Int32Array(this.offsets[variables.length] ?? 0);
    this.shapes = variables.map(({size, isOrdered}, variable) => {
      if (size === 1) return 'constant';
      if (size === 2) return 'boolean';
      if (!isOrdered) return 'set';
      return size > eagerSize && !isEager(variable) ? 'large' : 'range';
    });
    variables.forEach((_, variable) => this.#make(variable));
  }

  #make(variable: number): void {
    const size = this.size(variable);
    const offset = this.offsets[variable] ?? 0;
    this.variableOfValue.fill(variable, offset, offset + size);
    const shape = this.shapes[variable];
    if (shape === 'large') {
      this.#made[variable] = new MadeLiterals();
      return;
    }
    const counts = {constant: 0, boolean: 1, set: size, range: 2 * size - 3};
    this.#first[variable] = this.#newBooleans(variable, counts[shape ?? 'constant']);
    for (let index = 0; index < size; index++) {
      const literal = this.equal(variable, index);
      if (literal !== isTrue) this.removes[literal ^ 1] = offset + index;
    }
    if (shape === 'set') {
      const literals = Array.from({length: size}, (_, index) => this.equal(variable, index));
      this.#clauses.short.addGroup(literals);
      this.#clauses.add(literals, 0);
    } else if (shape === 'range') {
      for (let index = 0; index < size - 1; index++) {
        const bound = this.atMost(variable, index);
        this.boundOf[bound >> 1] = index;
        if (index > 0) this.#clauses.add([this.atMost(variable, index - 1) ^ 1, bound], 0);
      }
      for (let index = 1; index < size - 1; index++) this.#join(variable, index, this.equal(variable, index));
    }
  }

  /** Says that a value is the same as its two bounds. */
  #join(variable: number, index: number, value: number): void {
    const upper = this.atMost(variable, index);
    const lower = this.atMost(variable, index - 1);
    this.#clauses.add([value ^ 1, upper], 0);
    this.#clauses.add([value ^ 1, lower ^ 1], 0);
    this.#clauses.add([value, upper ^ 1, lower], 0);
  }

  /** A literal about no variable. */
  addAuxiliary(): number {
    return 2 * this.#newBooleans(none, 1);
  }

  #newBooleans(variable: number, count: number): number {
    const first = this.#addBooleans(count);
    const end = first + count;
    const known = this.boundOf.length;
    this.variableOf = grown(this.variableOf, end);
    this.boundOf = grown(this.boundOf, end);
    this.boundOf.fill(-1, Math.min(first, known), end);
    const knownLiterals = this.removes.length;
    this.removes = grown(this.removes, 2 * end);
    this.removes.fill(-1, Math.min(2 * first, knownLiterals), 2 * end);
    this.variableOf.fill(variable, first, end);
    return first;
  }

  isOrdered(variable: number): boolean {
    const shape = this.shapes[variable];
    return shape === 'range' || shape === 'large';
  }

  size(variable: number): number {
    return this.#sizes[variable] ?? 0;
  }

  /** The literal of a value; one of a large variable is made when it is first asked for. */
  equal(variable: number, index: number): number {
    const first = this.#first[variable] ?? 0;
    const last = this.size(variable) - 1;
    switch (this.shapes[variable]) {
      case 'boolean':
        return 2 * first + 1 - index;
      case 'set':
        return 2 * (first + index);
      case 'range':
        if (index === 0) return 2 * first;
        return index === last ? 2 * (first + last - 1) + 1 : 2 * (first + last + index - 1);
      case 'large': {
        if (index === 0) return this.atMost(variable, 0);
        if (index === last) return this.atMost(variable, last - 1) ^ 1;
        const made = this.#made[variable];
        const known = made?.values.get(index);
        if (known !== undefined) return known;
        const literal = 2 * this.#newBooleans(variable, 1);
        made?.values.set(index, literal);
        this.removes[literal ^ 1] = (this.offsets[variable] ?? 0) + index;
        this.onMade(literal);
        this.#join(variable, index, literal);
        return literal;
      }
      default:
        return isTrue;
    }
  }

  /** The literal of "this index or less", for ordered variables. */
  atMost(variable: number, index: number): number {
    const last = this.size(variable) - 1;
    if (index >= last) return isTrue;
    if (index < 0) return isFalse;
    const first = this.#first[variable] ?? 0;
    const made = this.#made[variable];
    if (!made) {
      if (this.shapes[variable] === 'range') return 2 * (first + index);
      if (index === 0) return this.equal(variable, 0);
      if (index === last - 1) return this.equal(variable, last) ^ 1;
      throw new TwikError('literal-unordered', `Variable ${variable} has no order. Name its values one by one.`);
    }
    const known = made.bound(index);
    if (known >= 0) return known;
    const boolean = this.#newBooleans(variable, 1);
    this.boundOf[boolean] = index;
    const literal = 2 * boolean;
    const offset = this.offsets[variable] ?? 0;
    if (index === 0) this.removes[literal ^ 1] = offset;
    if (index === last - 1) this.removes[literal] = offset + last;
    this.onMade(literal);
    const place = made.placeOf(index);
    const below = made.bounds[place - 1];
    const above = made.bounds[place];
    made.insert(index, literal);
    if (below !== undefined) this.#clauses.add([below ^ 1, literal], 0);
    if (above !== undefined) this.#clauses.add([literal ^ 1, above], 0);
    return literal;
  }

  /** The literal inside for one outside. */
  literal(outside: Literal): number {
    const isNegated = outside < 0;
    const value = isNegated ? ~outside : outside;
    const total = this.variableOfValue.length;
    const isBound = value >= total;
    const place = isBound ? value - total : value;
    const variable = this.variableOfValue[place] ?? 0;
    const index = place - (this.offsets[variable] ?? 0);
    const literal = isBound ? this.atMost(variable, index) : this.equal(variable, index);
    return isNegated ? literal ^ 1 : literal;
  }

  /** Literals of which one is true just when the one outside is: several only for a bound where there is no order. */
  alternatives(outside: Literal): number[] {
    const place = (outside < 0 ? ~outside : outside) - this.variableOfValue.length;
    const variable = this.variableOfValue[place] ?? 0;
    if (place < 0 || this.shapes[variable] !== 'set') return [this.literal(outside)];
    const index = place - (this.offsets[variable] ?? 0);
    const from = outside < 0 ? index + 1 : 0;
    const to = outside < 0 ? this.size(variable) - 1 : index;
    return Array.from({length: Math.max(0, to - from + 1)}, (_, at) => this.equal(variable, from + at));
  }

  /** Whether a literal is true when its variable has this index. */
  isTrueAt(literal: number, index: number): boolean {
    const isNegated = (literal & 1) === 1;
    const bound = this.boundOf[literal >> 1] ?? -1;
    if (bound >= 0) return index <= bound !== isNegated;
    const offset = this.offsets[this.variableOf[literal >> 1] ?? 0] ?? 0;
    return (this.removes[literal | 1] === offset + index) !== isNegated;
  }

  /** The literal of a value, or -1 when nothing has asked for it. */
  knownEqual(variable: number, index: number): number {
    if (this.shapes[variable] !== 'large') return this.equal(variable, index);
    const last = this.size(variable) - 1;
    const made = this.#made[variable];
    if (index === 0) return made?.bound(0) ?? -1;
    if (index === last) {
      const bound = made?.bound(last - 1) ?? -1;
      return bound < 0 ? -1 : bound ^ 1;
    }
    return made?.values.get(index) ?? -1;
  }

  /** The literals that a large variable has so far. */
  made(variable: number): MadeLiterals | undefined {
    return this.#made[variable];
  }
}
