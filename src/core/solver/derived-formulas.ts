import {compileExpression} from '../expression/compile-expression.js';
import type {ExpressionEnvironment} from '../expression/environment.js';
import type {Expression} from '../expression/expression.js';
import type {RuntimeValue, ValueScope} from '../expression/value.js';

interface DerivedFormula {
  readonly id: string;
  readonly formula: Expression;
}

type Outcome = {readonly value: RuntimeValue} | {readonly error: unknown};

/** Compiled derived values. Chains of them may be as long as a product is, so nothing here recurs along them. */
export class DerivedFormulas {
  readonly #compiled: readonly {readonly formula: DerivedFormula; readonly run: (scope: ValueScope) => RuntimeValue}[];
  readonly #places: ReadonlyMap<string, number>;

  /** @param derived Each reads only those before it. */
  constructor(derived: readonly DerivedFormula[], environment: ExpressionEnvironment) {
    this.#compiled = derived.map((each) => ({formula: each, run: compileExpression(each.formula, environment)}));
    this.#places = new Map(derived.map(({id}, index) => [id, index]));
  }

  /** Those that formulas with these names read, directly or through others, in order. */
  behind(names: Iterable<string>): DerivedFormula[] {
    const wanted = new Set(names);
    const found: DerivedFormula[] = [];
    for (const {formula} of this.#compiled.toReversed()) {
      if (!wanted.has(formula.id)) continue;
      found.push(formula);
      for (const name of formula.formula.names) wanted.add(name);
    }
    return found.reverse();
  }

  /** Adds the derived values to a scope of parameters. Each is worked out once; what it throws comes when it is read. */
  scope(parameters: ValueScope): ValueScope {
    const outcomes: Outcome[] = [];
    const scope: ValueScope = (name) => {
      const place = this.#places.get(name);
      if (place === undefined) return parameters(name);
      while (outcomes.length <= place) {
        const run = this.#compiled[outcomes.length]?.run;
        outcomes.push(attempt(() => run?.(scope) ?? null));
      }
      const outcome = outcomes[place];
      if (outcome && 'error' in outcome) throw outcome.error;
      return outcome?.value ?? null;
    };
    return scope;
  }
}

function attempt(run: () => RuntimeValue): Outcome {
  try {
    return {value: run()};
  } catch (error) {
    return {error};
  }
}
