import type {Domains} from '../domains.js';
import {addHigh, addLow, divide, multiply} from '../interval.js';
import {NULL, Possible} from '../possible.js';
import {BaseNode, type Node} from './node.js';

type Bounds = readonly [number, number];

const anything: Bounds = [-Infinity, Infinity];

/** Computes bounds, and, backwards, bounds of the operands. */
interface Operation {
  forward(a: Possible, b: Possible): Bounds;
  left(result: Bounds, b: Possible): Bounds;
  right(result: Bounds, a: Possible): Bounds;
}

const operations: Readonly<Record<'+' | '-' | '*' | '/', Operation>> = {
  '+': {
    forward: (a, b) => [addLow(a.low, b.low), addHigh(a.high, b.high)],
    left: ([low, high], b) => [addLow(low, -b.high), addHigh(high, -b.low)],
    right: ([low, high], a) => [addLow(low, -a.high), addHigh(high, -a.low)],
  },
  '-': {
    forward: (a, b) => [addLow(a.low, -b.high), addHigh(a.high, -b.low)],
    left: ([low, high], b) => [addLow(low, b.low), addHigh(high, b.high)],
    right: ([low, high], a) => [addLow(a.low, -high), addHigh(a.high, -low)],
  },
  '*': {
    forward: (a, b) => multiply(a.low, a.high, b.low, b.high),
    // Where the other factor can be 0, this one can be anything, or nothing: too little to say.
    left: ([low, high], b) => divide(low, high, b.low, b.high),
    right: ([low, high], a) => divide(low, high, a.low, a.high),
  },
  '/': {
    forward: (a, b) => (b.low === 0 && b.high === 0 ? [Infinity, -Infinity] : divide(a.low, a.high, b.low, b.high)),
    left: ([low, high], b) => multiply(low, high, b.low, b.high),
    right: ([low, high], a) => (low <= 0 && high >= 0 ? anything : divide(a.low, a.high, low, high)),
  },
};

/** `a + b` and the like: `null` where an operand is. */
export class ArithmeticNode extends BaseNode {
  readonly value = new Possible();
  readonly #operation: Operation;
  readonly #left: Node;
  readonly #right: Node;

  constructor(operator: '+' | '-' | '*' | '/', left: Node, right: Node) {
    super();
    this.#operation = operations[operator];
    this.#left = left;
    this.#right = right;
  }

  forward(domains: Domains): void {
    this.#left.forward(domains);
    this.#right.forward(domains);
    const [a, b] = [this.#left.value, this.#right.value];
    this.value.flags = (a.flags | b.flags) & NULL;
    [this.value.low, this.value.high] =
      a.hasNumber && b.hasNumber ? this.#operation.forward(a, b) : [Infinity, -Infinity];
  }

  narrow(domains: Domains, allowed: Possible): void {
    // A null is as good as a number then, and either operand can make it.
    if ((allowed.flags & this.value.flags & NULL) !== 0) return;
    const result = meet(allowed, this.value);
    if (result[0] > result[1]) {
      fail(domains, [this.#left, this.#right]);
      return;
    }
    this.#left.narrow(domains, Possible.numbers(...this.#operation.left(result, this.#right.value)));
    this.#right.narrow(domains, Possible.numbers(...this.#operation.right(result, this.#left.value)));
  }
}

/** `-a`, `abs(a)`, or a rounded `a`: bounds one way, bounds the other. */
export class UnaryNode extends BaseNode {
  readonly value = new Possible();
  readonly #operand: Node;
  readonly #there: (bounds: Bounds) => Bounds;
  readonly #back: (bounds: Bounds) => Bounds;

  constructor(operand: Node, there: (bounds: Bounds) => Bounds, back: (bounds: Bounds) => Bounds) {
    super();
    this.#operand = operand;
    this.#there = there;
    this.#back = back;
  }

  forward(domains: Domains): void {
    this.#operand.forward(domains);
    const {low, high, flags, hasNumber} = this.#operand.value;
    this.value.flags = flags & NULL;
    [this.value.low, this.value.high] = hasNumber ? this.#there([low, high]) : [Infinity, -Infinity];
  }

  narrow(domains: Domains, allowed: Possible): void {
    const [low, high] = meet(allowed, this.value);
    const flags = allowed.flags & NULL;
    const bounds: Bounds = low > high ? [Infinity, -Infinity] : this.#back([low, high]);
    this.#operand.narrow(domains, Possible.numbers(...bounds, flags));
  }
}

/** `sum(a, b, …)`: nulls are left out, and nothing is 0. */
export class SumNode extends BaseNode {
  readonly value = new Possible();
  readonly #terms: readonly Node[];

  constructor(terms: readonly Node[]) {
    super();
    this.#terms = terms;
  }

  forward(domains: Domains): void {
    let [low, high] = [0, 0];
    for (const term of this.#terms) {
      term.forward(domains);
      const [least, most] = contribution(term.value);
      low = addLow(low, least);
      high = addHigh(high, most);
    }
    this.value.low = low;
    this.value.high = high;
  }

  narrow(domains: Domains, allowed: Possible): void {
    const {low, high} = this.value;
    for (const term of this.#terms) {
      const [least, most] = contribution(term.value);
      if (!Number.isFinite(low) || !Number.isFinite(high)) return;
      const atLeast = addLow(allowed.low, -addHigh(high, -most));
      const atMost = addHigh(allowed.high, -addLow(low, -least));
      const canBeLeftOut = atLeast <= 0 && atMost >= 0;
      term.narrow(domains, Possible.numbers(atLeast, atMost, canBeLeftOut ? NULL : 0));
    }
  }
}

function contribution({low, high, flags, hasNumber}: Possible): Bounds {
  if ((flags & NULL) === 0) return [low, high];
  return hasNumber ? [Math.min(0, low), Math.max(0, high)] : [0, 0];
}

/** `min(a, b, …)` (sign 1) or `max(a, b, …)` (sign -1): nulls are left out. */
export class ExtremeNode extends BaseNode {
  readonly value = new Possible();
  readonly #terms: readonly Node[];
  readonly #sign: 1 | -1;

  constructor(terms: readonly Node[], sign: 1 | -1) {
    super();
    this.#terms = terms;
    this.#sign = sign;
  }

  forward(domains: Domains): void {
    let [least, certain, most, flags] = [Infinity, Infinity, -Infinity, NULL];
    for (const term of this.#terms) {
      term.forward(domains);
      const [low, high] = this.#mirrored(term.value);
      least = Math.min(least, low);
      most = Math.max(most, high);
      if ((term.value.flags & NULL) !== 0) continue;
      flags = 0;
      certain = Math.min(certain, high);
    }
    this.value.flags = flags;
    const high = Math.min(certain, most);
    [this.value.low, this.value.high] = this.#sign === 1 ? [least, high] : [-high, -least];
  }

  narrow(domains: Domains, allowed: Possible): void {
    if ((allowed.flags & this.value.flags & NULL) !== 0) return;
    const [low, high] = this.#mirrored(allowed);
    if (low > high) {
      fail(domains, this.#terms);
      return;
    }
    for (const term of this.#terms) term.narrow(domains, this.#between(low, Infinity, NULL));
    const reaching = this.#terms.filter(({value}) => this.#mirrored(value)[0] <= high);
    // The only one that is small enough has to be.
    if (reaching.length === 1) reaching[0]?.narrow(domains, this.#between(low, high, 0));
    if (reaching.length === 0) fail(domains, this.#terms);
  }

  /** Bounds of the values times the sign. */
  #mirrored({low, high}: Possible): Bounds {
    return this.#sign === 1 ? [low, high] : [-high, -low];
  }

  #between(low: number, high: number, flags: number): Possible {
    return this.#sign === 1 ? Possible.numbers(low, high, flags) : Possible.numbers(-high, -low, flags);
  }
}

function meet(allowed: Possible, value: Possible): Bounds {
  return [Math.max(allowed.low, value.low), Math.min(allowed.high, value.high)];
}

/** No value of the operands will do. */
function fail(domains: Domains, operands: readonly Node[]): void {
  for (const operand of operands) operand.narrow(domains, new Possible());
}
