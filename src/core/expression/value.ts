import type {Exact} from '../number/exact.js';

/**
 * What an expression gives. Numbers are exact and in base units (mm, g, deg and their powers).
 *
 * `null` is the value of a parameter that does not exist at present or is open. It follows four rules: arithmetic with
 * `null` is `null`; `sum`, `min`, `max` and `count` leave it out; as a condition it is false; an order (`<` and the
 * like) with `null` is false, while `==` and `!=` compare it like any other value.
 */
export type RuntimeValue = Exact | string | boolean | readonly string[] | null;

/** Gives the value of a name: a parameter, a derived value or, in prices, `quantity`. */
export type ValueScope = (name: string) => RuntimeValue;
