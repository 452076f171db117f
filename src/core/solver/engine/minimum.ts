import {sessionOf} from './create-engine.js';
import type {Engine} from './engine.js';
import type {Session} from './session.js';

/**
 * The least sum of `cost(variable, index)` over all solutions that keep the choices in force.
 *
 * @param cost Not negative.
 * @throws TwikError `search-limit`.
 */
export function findMinimum(engine: Engine, cost: (variable: number, index: number) => number): number {
  const session = sessionOf(engine);
  session.rest();
  const {kernel, base} = session;
  const {domains} = kernel;
  /** What is to be true where it can, and what it costs where it is not. */
  const wishes = new Map<number, number>();
  let least = 0;
  const wish = (literal: number, weight: number): void => {
    if (kernel.trail.values[literal] !== 1) wishes.set(literal, (wishes.get(literal) ?? 0) + weight);
  };
  base.indices.forEach((_, variable) => {
    const left = Array.from({length: domains.size(variable)}, (__, index) => index).filter((index) =>
      domains.has(variable, index),
    );
    const cheapest = Math.min(...left.map((index) => cost(variable, index)));
    least += cheapest;
    for (const index of left) {
      const weight = cost(variable, index) - cheapest;
      if (weight > 0) wish(domains.equal(variable, index) ^ 1, weight);
    }
  });
  const mark = kernel.mark();
  try {
    // The dear wishes first: what they need of each other is found out with few of them.
    let threshold = Math.max(0, ...wishes.values());
    for (;;) {
      const asked = [...wishes].filter(([, weight]) => weight >= threshold).sort((a, b) => b[1] - a[1]);
      const assumptions = [...session.assumptions, ...asked.map(([literal]) => literal)];
      if (session.run(assumptions, session.assumptions.length) === 'found') {
        if (asked.length === wishes.size) return least;
        const below = [...wishes.values()].filter((weight) => weight < threshold);
        threshold = Math.min(Math.max(...below), Math.max(1, threshold / 2));
        continue;
      }
      const core = session.search.core().filter((literal) => wishes.has(literal));
      const weight = Math.min(...core.map((literal) => wishes.get(literal) ?? 0));
      least += weight;
      for (const literal of core) {
        const rest = (wishes.get(literal) ?? 0) - weight;
        if (rest > 0) wishes.set(literal, rest);
        else wishes.delete(literal);
      }
      session.search.rewind([]);
      for (const literal of shareOut(session, core)) wish(literal, weight);
    }
  } finally {
    session.search.rewind([]);
    kernel.release(mark);
    session.rest();
  }
}

/**
 * Of wishes that cannot all come true one failure is paid for; what is left to wish is that there is no second: for each
 * wish, that it does not fail together with one after it.
 */
function shareOut({kernel, base}: Session, core: readonly number[]): number[] {
  const wishes: number[] = [];
  /** That one of the wishes so far fails, looking from the last. */
  let some = -1;
  for (const literal of [...core].reverse()) {
    const failure = literal ^ 1;
    if (some < 0) {
      some = failure;
      continue;
    }
    const [isFailed, areSome] = [base.truth[failure] === 1, base.truth[some] === 1];
    const both = add(isFailed && areSome);
    const either = add(isFailed || areSome);
    kernel.addClause([failure ^ 1, some ^ 1, both]);
    kernel.addClause([failure ^ 1, either]);
    kernel.addClause([some ^ 1, either]);
    some = either;
    wishes.push(both ^ 1);
  }
  kernel.clauses.markModelEnd();
  return wishes;

  function add(isTrue: boolean): number {
    const literal = kernel.domains.addAuxiliary();
    base.setTrue(isTrue ? literal : literal ^ 1);
    return literal;
  }
}
