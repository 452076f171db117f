import {nextHittingSet} from './hitting-sets.js';
import type {Keys} from './engine.js';
import type {Literal} from './literal.js';
import type {Choice} from './choice.js';
import type {Session} from './session.js';

/** Which choices stand in the way of what is wanted, and which to give up for it. */
export class Conflicts {
  readonly #session: Session;
  /** One answer takes many searches. */
  #limit = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** See `Engine.explain`. */
  explain(outside: readonly Literal[], choices?: readonly Choice[]): Keys | null {
    const session = this.#session;
    const wanted = session.wanted(outside);
    this.#limit = session.limit();
    const {values} = session.kernel.trail;
    const known = choices ? undefined : wanted.find((literal) => values[literal] === -1);
    // What the trail bars already has its choices there.
    const behind = known === undefined ? null : new Set(session.search.learner.decisionsBehind([known]));
    const core = behind
      ? session.choices.filter(({literals}) => literals.some((literal) => behind.has(literal)))
      : this.#failing(wanted, choices ?? session.choices);
    const minimal = core && this.#minimal(wanted, core);
    session.rest();
    return minimal && minimal.map(({key}) => key);
  }

  /** See `Engine.repair`. */
  repair(outside: readonly Literal[], limit: number, choices = this.#session.choices): Keys[] {
    const session = this.#session;
    const wanted = session.wanted(outside);
    this.#limit = session.limit();
    const ages = new Map(choices.map((choice, age) => [choice, age]));
    const conflicts: number[][] = [];
    const found: number[][] = [];
    while (found.length < limit) {
      const released = nextHittingSet(conflicts, found);
      if (!released) break;
      const kept = choices.filter((_, age) => !released.includes(age));
      const core = this.#failing(wanted, kept);
      if (core) conflicts.push(this.#minimal(wanted, core).map((choice) => ages.get(choice) ?? 0));
      else found.push(released);
    }
    session.rest();
    return found.map((set) => set.map((age) => choices[age]?.key ?? 0));
  }

  /** Some of these choices that cannot stay together with what is wanted; `null` when all can. */
  #failing(wanted: readonly number[], choices: readonly Choice[]): readonly Choice[] | null {
    const session = this.#session;
    const outcome = session.run([...wanted, ...choices.flatMap(({literals}) => literals)], 0, this.#limit);
    if (outcome === 'found') return null;
    const core = new Set(session.search.core());
    return choices.filter(({literals}) => literals.some((literal) => core.has(literal)));
  }

  /** Leaves out what is not needed for the failure, the newest first. */
  #minimal(wanted: readonly number[], failing: readonly Choice[]): readonly Choice[] {
    let left = failing;
    const needed: Choice[] = [];
    for (let last = left.at(-1); last; last = left.at(-1)) {
      const others = left.slice(0, -1);
      const core = this.#failing(wanted, [...others, ...needed]);
      if (core) left = others.filter((choice) => core.includes(choice));
      else {
        needed.unshift(last);
        left = others;
      }
    }
    return needed;
  }
}
