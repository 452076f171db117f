import {TwikError, type Issue} from '../../error.js';
import {EMPTY_ENVIRONMENT, type ExpressionEnvironment} from '../../expression/environment.js';
import {cureFor} from '../../expression/fault.js';

/** What all readers of one document share. */
export class Reading {
  readonly issues: Issue[] = [];
  /** Names whose own definition is not read, or wrong: formulas with them are not judged. */
  readonly broken = new Set<string>();
  /** What formulas may name. */
  environment: ExpressionEnvironment = EMPTY_ENVIRONMENT;
  /** The same for formulas that give article numbers and materials. */
  wordsEnvironment: ExpressionEnvironment = EMPTY_ENVIRONMENT;
}

/** Turns one JSON value into what it means, or throws what is wrong with it. */
export type Read<T> = (value: unknown, place: Place) => T;

/** Where a reader stands in the document. */
export class Place {
  readonly reading: Reading;
  readonly #parent: Place | string;
  readonly #keys: readonly (string | number)[];

  constructor(parent: Place | string, reading: Reading, keys: readonly (string | number)[] = []) {
    this.reading = reading;
    this.#parent = parent;
    this.#keys = keys;
  }

  /** JSON pointer (RFC 6901). Put together only when it is asked for: most places are never spoken of. */
  get path(): string {
    const base = typeof this.#parent === 'string' ? this.#parent : this.#parent.path;
    return base + pointerOf(this.#keys);
  }

  /** The place of a member, or of a member's member. */
  at(...keys: readonly (string | number)[]): Place {
    return new Place(this, this.reading, keys);
  }

  /** Notes what is wrong and goes on. */
  report(code: string, message: string): void {
    this.reading.issues.push({code, message, path: this.path});
  }

  /** Gives up the value that is being read. */
  fail(code: string, message: string): never {
    this.report(code, message);
    return this.giveUp();
  }

  /** Gives up a value that is not `what` it must be, or not there at all. */
  failNot(what: string, value: unknown): never {
    const slash = this.path.lastIndexOf('/');
    const key = this.path.slice(slash + 1);
    if (value !== undefined) this.fail('value-invalid', `"${key}" is ${kindOf(value)}; write ${what}.`);
    // A pointer to nothing helps nobody: what lacks the value is named instead.
    return new Place(this.path.slice(0, slash), this.reading).fail(
      'value-missing',
      `"${key}" is missing; write ${what}.`,
    );
  }

  /** Ends a reader whose faults have all been reported. */
  giveUp(): never {
    throw new TwikError('product-invalid', '', {issues: []});
  }

  /** Runs a reader; what it throws is noted, and `otherwise` stands in. */
  attempt<T, D = undefined>(run: () => T, otherwise?: D): T | D {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof TwikError)) throw error;
      const {path} = this;
      this.reading.issues.push(...error.issues.map((issue) => ({...issue, path: issue.path || path})));
      return otherwise as D;
    }
  }

  /** Reports a word that is not among those known: `group-unknown` and the like. Tells whether it is. */
  isKnown(word: string, known: readonly string[], what: string, code = `${what}-unknown`): boolean {
    const isKnown = known.includes(word);
    if (!isKnown) this.report(code, `There is no ${what} "${word.slice(0, 80)}". ${cureFor(word, known)}`);
    return isKnown;
  }
}

/** Keys from the root, or from a member, as a JSON pointer. */
export function pointerOf(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value ? 'an object' : JSON.stringify(value).slice(0, 60);
}
