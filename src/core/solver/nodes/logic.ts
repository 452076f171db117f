import type {Domains} from '../domains.js';
import {decrement, increment} from '../interval.js';
import {FALSE, NULL, Possible, TRUE} from '../possible.js';
import {BaseNode, type Node} from './node.js';

const mustBeTrue = Possible.of(TRUE);
/** As a condition, null is false. */
const mustNotBeTrue = Possible.of(FALSE | NULL);

function canBeTrue({value}: Node): boolean {
  return (value.flags & TRUE) !== 0;
}

function canBeOther({value}: Node): boolean {
  return (value.flags & (FALSE | NULL)) !== 0;
}

/** Asks a node for the truth that is allowed, when only one is. */
abstract class TruthNode extends BaseNode {
  readonly value = new Possible();

  narrow(domains: Domains, allowed: Possible): void {
    const canHold = (allowed.flags & TRUE) !== 0;
    const canFail = (allowed.flags & FALSE) !== 0;
    if (canHold !== canFail) this.decide(domains, canHold);
    else if (!canHold) {
      this.decide(domains, true);
      this.decide(domains, false);
    }
  }

  abstract decide(domains: Domains, isTrue: boolean): void;

  protected set(canHold: boolean, canFail: boolean): void {
    this.value.flags = (canHold ? TRUE : 0) | (canFail ? FALSE : 0);
  }
}

export class NotNode extends TruthNode {
  readonly #operand: Node;

  constructor(operand: Node) {
    super();
    this.#operand = operand;
  }

  forward(domains: Domains): void {
    this.#operand.forward(domains);
    this.set(canBeOther(this.#operand), canBeTrue(this.#operand));
  }

  decide(domains: Domains, isTrue: boolean): void {
    this.#operand.narrow(domains, isTrue ? mustNotBeTrue : mustBeTrue);
  }
}

/** All (or, with `isAny`, some) are true; the rest is not looked at once that is decided. */
export class JunctionNode extends TruthNode {
  readonly #items: readonly Node[];
  readonly #isAny: boolean;

  constructor(items: readonly Node[], isAny: boolean) {
    super();
    this.#items = items;
    this.#isAny = isAny;
  }

  forward(domains: Domains): void {
    let canStop = false;
    let canGoOn = true;
    for (const item of this.#items) {
      item.forward(domains);
      if (!canGoOn) continue;
      canStop ||= this.#stops(item);
      canGoOn = this.#goesOn(item);
    }
    if (this.#isAny) this.set(canStop, canGoOn);
    else this.set(canGoOn, canStop);
  }

  decide(domains: Domains, isTrue: boolean): void {
    if (isTrue !== this.#isAny) {
      for (const item of this.#items) item.narrow(domains, isTrue ? mustBeTrue : mustNotBeTrue);
      return;
    }
    // One has to stop it. Those after one that cannot be passed are not looked at.
    const last = this.#items.findIndex((item) => !this.#goesOn(item));
    const stopping = (last < 0 ? this.#items : this.#items.slice(0, last + 1)).filter((item) => this.#stops(item));
    if (stopping.length === 1) stopping[0]?.narrow(domains, this.#isAny ? mustBeTrue : mustNotBeTrue);
    if (stopping.length > 0) return;
    for (const item of this.#items) item.narrow(domains, new Possible());
  }

  #stops(item: Node): boolean {
    return this.#isAny ? canBeTrue(item) : canBeOther(item);
  }

  #goesOn(item: Node): boolean {
    return this.#isAny ? canBeOther(item) : canBeTrue(item);
  }
}

/** `==`, for values of any kind. */
export class EqualNode extends TruthNode {
  readonly #left: Node;
  readonly #right: Node;

  constructor(left: Node, right: Node) {
    super();
    this.#left = left;
    this.#right = right;
  }

  forward(domains: Domains): void {
    this.#left.forward(domains);
    this.#right.forward(domains);
    const [a, b] = [this.#left.value, this.#right.value];
    if (a.isNothing || b.isNothing) {
      this.set(false, false);
      return;
    }
    const canBeSame = a.overlaps(b);
    this.set(canBeSame, !(canBeSame && a.isSingle && b.isSingle));
  }

  decide(domains: Domains, isTrue: boolean): void {
    const [a, b] = [this.#left.value, this.#right.value];
    if (isTrue) {
      this.#left.narrow(domains, b);
      this.#right.narrow(domains, a);
    } else {
      if (b.isSingle) this.#left.exclude(domains, b);
      if (a.isSingle) this.#right.exclude(domains, a);
    }
  }
}

/** `item in [a, b]` for literals whose set holds exactly its values: texts, truths, null. */
export class MemberNode extends TruthNode {
  readonly #item: Node;
  readonly #set: Possible;

  constructor(item: Node, set: Possible) {
    super();
    this.#item = item;
    this.#set = set;
  }

  forward(domains: Domains): void {
    this.#item.forward(domains);
    const {value} = this.#item;
    this.set(value.overlaps(this.#set), !value.without(this.#set).isNothing);
  }

  decide(domains: Domains, isTrue: boolean): void {
    this.#item.narrow(domains, isTrue ? this.#set : this.#item.value.without(this.#set));
  }
}

/** `a < b`, or `a <= b` unless strict; false with null. */
export class OrderNode extends TruthNode {
  readonly #left: Node;
  readonly #right: Node;
  readonly #isStrict: boolean;

  constructor(left: Node, right: Node, isStrict: boolean) {
    super();
    this.#left = left;
    this.#right = right;
    this.#isStrict = isStrict;
  }

  forward(domains: Domains): void {
    this.#left.forward(domains);
    this.#right.forward(domains);
    const [a, b] = [this.#left.value, this.#right.value];
    if (a.isNothing || b.isNothing) {
      this.set(false, false);
      return;
    }
    const hasNumbers = a.hasNumber && b.hasNumber;
    this.set(
      hasNumbers && (this.#isStrict ? a.low < b.high : a.low <= b.high),
      ((a.flags | b.flags) & NULL) !== 0 || (hasNumbers && (this.#isStrict ? a.high >= b.low : a.high > b.low)),
    );
  }

  decide(domains: Domains, isTrue: boolean): void {
    const [a, b] = [this.#left.value, this.#right.value];
    if (isTrue) keepOrder(domains, this.#left, this.#right, this.#isStrict);
    else if (((a.flags | b.flags) & NULL) === 0) keepOrder(domains, this.#right, this.#left, !this.#isStrict);
  }
}

function keepOrder(domains: Domains, less: Node, more: Node, isStrict: boolean): void {
  const {high} = more.value;
  const {low} = less.value;
  less.narrow(domains, Possible.numbers(-Infinity, isStrict ? decrement(high) : high));
  more.narrow(domains, Possible.numbers(isStrict ? increment(low) : low, Infinity));
}

/** `condition ? a : b`. */
export class ConditionalNode extends BaseNode {
  readonly value = new Possible();
  readonly #condition: Node;
  readonly #whenTrue: Node;
  readonly #whenFalse: Node;

  constructor(condition: Node, whenTrue: Node, whenFalse: Node) {
    super();
    this.#condition = condition;
    this.#whenTrue = whenTrue;
    this.#whenFalse = whenFalse;
  }

  forward(domains: Domains): void {
    this.#condition.forward(domains);
    this.#whenTrue.forward(domains);
    this.#whenFalse.forward(domains);
    this.value.clear();
    if (canBeTrue(this.#condition)) this.value.addAll(this.#whenTrue.value);
    if (canBeOther(this.#condition)) this.value.addAll(this.#whenFalse.value);
  }

  narrow(domains: Domains, allowed: Possible): void {
    const isTrueFit = canBeTrue(this.#condition) && this.#whenTrue.value.overlaps(allowed);
    const isFalseFit = canBeOther(this.#condition) && this.#whenFalse.value.overlaps(allowed);
    if (isTrueFit && isFalseFit) return;
    if (!isFalseFit) {
      this.#condition.narrow(domains, mustBeTrue);
      this.#whenTrue.narrow(domains, allowed);
    }
    if (!isTrueFit) {
      this.#condition.narrow(domains, mustNotBeTrue);
      this.#whenFalse.narrow(domains, allowed);
    }
  }
}

/** `count(a, b, …)`: how many are true. */
export class CountNode extends BaseNode {
  readonly value = new Possible();
  readonly #items: readonly Node[];

  constructor(items: readonly Node[]) {
    super();
    this.#items = items;
  }

  forward(domains: Domains): void {
    let [low, high] = [0, 0];
    for (const item of this.#items) {
      item.forward(domains);
      if (canBeTrue(item)) high++;
      if (!canBeOther(item)) low++;
    }
    this.value.low = low;
    this.value.high = high;
  }

  narrow(domains: Domains, allowed: Possible): void {
    const {low, high} = this.value;
    const undecided = this.#items.filter((item) => canBeTrue(item) && canBeOther(item));
    if (allowed.high < low + 1) for (const item of undecided) item.narrow(domains, mustNotBeTrue);
    if (allowed.low > high - 1) for (const item of undecided) item.narrow(domains, mustBeTrue);
  }
}
