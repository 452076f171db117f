import type {Configuration} from '../../core/configuration/configuration.js';
import type {Explanation} from '../../core/configuration/request.js';
import type {Value} from '../../core/product/parameter.js';
import type {Bounds, WorkBudget} from '../../core/solver/solver.js';

/** What may be found out at once after a request, and in each quiet moment after it: some eight milliseconds. */
const sliceWork = 8000;
/** What takes more slices is given up. */
const maxSlices = 64;
/** A page that is never quiet waits no longer for answers, in milliseconds. */
const patience = 200;

interface Host {
  requestUpdate(): void;
}

/** `undefined`: it is not known yet. */
type Question<Answer> = (budget: WorkBudget) => Answer | undefined;

interface Open {
  readonly question: Question<unknown>;
  /** What stands for the answer when it cannot be found out. */
  readonly otherwise: unknown;
  slices: number;
}

/**
 * The questions of all controls about one configuration: each is asked once per revision. What a request leaves to find
 * out beyond its share of a frame is found out in quiet moments, and dropped by the next request.
 */
class Checks {
  readonly #configuration: Configuration;
  #revision: number;
  #budget: WorkBudget = {work: sliceWork};
  readonly #answers = new Map<string, unknown>();
  readonly #open = new Map<string, Open>();
  readonly #waiting = new Set<Host>();
  #isScheduled = false;

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
    this.#revision = configuration.revision;
  }

  /** Answers what cannot wait. */
  answer<Answer>(key: string, question: () => Answer): Answer {
    this.#follow();
    if (!this.#answers.has(key)) this.#answers.set(key, question());
    return this.#answers.get(key) as Answer;
  }

  /** Answers, or updates the host once the answer is there. */
  ask<Answer>(host: Host, key: string, question: Question<Answer>, otherwise: Answer): Answer | undefined {
    this.#follow();
    if (this.#answers.has(key)) return this.#answers.get(key) as Answer;
    if (!this.#open.has(key)) {
      const answer = question(this.#budget);
      if (answer !== undefined) {
        this.#answers.set(key, answer);
        return answer;
      }
      this.#open.set(key, {question, otherwise, slices: 0});
      this.#schedule();
    }
    this.#waiting.add(host);
    return undefined;
  }

  #follow(): void {
    if (this.#revision === this.#configuration.revision) return;
    this.#revision = this.#configuration.revision;
    this.#budget = {work: sliceWork};
    this.#answers.clear();
    this.#open.clear();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const goOn = (): void => {
      this.#isScheduled = false;
      this.#goOn();
    };
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(goOn, {timeout: patience});
    else setTimeout(goOn, 0);
  }

  #goOn(): void {
    if (this.#revision !== this.#configuration.revision) return;
    const budget = {work: sliceWork};
    const before = this.#open.size;
    for (const [key, open] of this.#open) {
      const answer = ++open.slices > maxSlices ? open.otherwise : open.question(budget);
      if (answer === undefined) break;
      this.#answers.set(key, answer);
      this.#open.delete(key);
    }
    if (this.#open.size < before) {
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      for (const host of waiting) host.requestUpdate();
    }
    if (this.#open.size > 0) this.#schedule();
  }
}

const checks = new WeakMap<Configuration, Checks>();

function checksOf(configuration: Configuration): Checks {
  const known = checks.get(configuration) ?? new Checks(configuration);
  checks.set(configuration, known);
  return known;
}

/** Why picking the value needs other picks to be given up. Costs searches: to be asked when somebody wants to know. */
export function explain(configuration: Configuration, path: string, value: Value): Explanation {
  const key = JSON.stringify(['why', path, value]);
  return checksOf(configuration).answer(key, () => configuration.explain(path, value));
}

/** Whether picking the value needs no other pick to be given up; `undefined` while that is being checked. */
export function isPossible(host: Host, configuration: Configuration, path: string, value: Value): boolean | undefined {
  const key = JSON.stringify([path, value]);
  const ask = (budget: WorkBudget): boolean | undefined => configuration.tryPossible(path, value, budget) ?? undefined;
  return checksOf(configuration).ask(host, key, ask, false);
}

/** The least and greatest number that can be picked; `null` where there is none, and while that is being checked. */
export function boundsOf(host: Host, configuration: Configuration, path: string): Bounds | null {
  return checksOf(configuration).ask(host, path, (budget) => configuration.tryBounds(path, budget), null) ?? null;
}
