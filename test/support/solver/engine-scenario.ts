import * as fc from 'fast-check';
import {TwikError} from '../../../src/core/error.js';
import {createEngine} from '../../../src/core/solver/engine/create-engine.js';
import type {Engine} from '../../../src/core/solver/engine/engine.js';
import type {EngineModel} from '../../../src/core/solver/engine/engine-model.js';
import type {Literal} from '../../../src/core/solver/engine/literal.js';
import {engineSolutions, truthOf} from './engine-brute-force.js';
import {literalOf, seededLiteral, smallEngineModel, type SeededLiteral} from './engine-model-arbitrary.js';

export interface EngineChoice {
  readonly key: number;
  readonly literals: readonly Literal[];
}

/** What is asked of an engine, in seeds. */
export type EngineCommand =
  | {readonly kind: 'choose'; readonly key: number; readonly literals: readonly SeededLiteral[]}
  | {readonly kind: 'release'; readonly key: number}
  | {
      readonly kind: 'choose-all';
      readonly choices: readonly {readonly key: number; readonly literals: readonly SeededLiteral[]}[];
    }
  | {readonly kind: 'advance'; readonly work: number};

const key = fc.nat(7);
const literals = fc.array(seededLiteral, {minLength: 1, maxLength: 3});

const choose: fc.Arbitrary<EngineCommand> = fc.record({kind: fc.constant('choose' as const), key, literals});
const command: fc.Arbitrary<EngineCommand> = fc.oneof(
  {weight: 8, arbitrary: choose},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('release' as const), key})},
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('choose-all' as const),
      choices: fc.uniqueArray(fc.record({key, literals}), {selector: (choice) => choice.key, maxLength: 4}),
    }),
  },
  {weight: 2, arbitrary: fc.record({kind: fc.constant('advance' as const), work: fc.nat(30)})},
);

/** A model, what is asked of it, and what is wanted in the end. */
export const engineStory = fc.record({
  model: smallEngineModel,
  commands: fc.array(command, {minLength: 1, maxLength: 10, size: 'max'}),
  wanted: fc.array(seededLiteral, {minLength: 1, maxLength: 3}),
});

/** Choices alone: for questions about where somebody has come to. */
export const chosenStory = fc.record({
  model: smallEngineModel,
  commands: fc.array(choose, {minLength: 1, maxLength: 8, size: 'max'}),
  wanted: fc.array(seededLiteral, {minLength: 1, maxLength: 3}),
});

/** An engine beside the list of all solutions; follows what is chosen, in order of age. */
export class EngineScenario {
  readonly model: EngineModel;
  readonly engine: Engine;
  readonly solutions: readonly number[][];
  choices: readonly EngineChoice[] = [];
  readonly #isTrue: (literal: Literal, solution: ArrayLike<number>) => boolean;

  private constructor(model: EngineModel, engine: Engine, solutions: readonly number[][]) {
    this.model = model;
    this.engine = engine;
    this.solutions = solutions;
    this.#isTrue = truthOf(model);
  }

  /** `null` when there is no solution. @throws Error when engine and list do not agree about that. */
  static open(model: EngineModel): EngineScenario | null {
    const solutions = engineSolutions(model);
    try {
      const engine = createEngine(model);
      if (solutions.length === 0) throw new Error('The engine does not notice that there is no solution.');
      return new EngineScenario(model, engine, solutions);
    } catch (error) {
      if (solutions.length === 0 && error instanceof TwikError && error.code === 'solution-missing') return null;
      throw error;
    }
  }

  literals(seeded: readonly SeededLiteral[]): Literal[] {
    return seeded.map((each) => literalOf(this.model.variables, each));
  }

  isTrue(literal: Literal, solution: ArrayLike<number>): boolean {
    return this.#isTrue(literal, solution);
  }

  /** The solutions that keep choices, those in force by default, and make literals true. */
  left(choices: readonly EngineChoice[] = this.choices, literals: readonly Literal[] = []): number[][] {
    const all = [...choices.flatMap((choice) => choice.literals), ...literals];
    return this.solutions.filter((solution) => all.every((literal) => this.#isTrue(literal, solution)));
  }

  /** Does it, and checks what is answered. */
  run(command: EngineCommand): void {
    switch (command.kind) {
      case 'choose': {
        const choice = {key: command.key, literals: this.literals(command.literals)};
        const others = this.choices.filter((each) => each.key !== choice.key);
        const isPossible = this.left([...others, choice]).length > 0;
        this.#expect(this.engine.choose(choice.key, choice.literals), isPossible, 'choose');
        this.choices = isPossible ? [...others, choice] : others;
        break;
      }
      case 'release':
        this.engine.release(command.key);
        this.choices = this.choices.filter((each) => each.key !== command.key);
        break;
      case 'choose-all': {
        const wanted = command.choices.map((each) => ({key: each.key, literals: this.literals(each.literals)}));
        const firstBad = wanted.findIndex((_, at) => this.left(wanted.slice(0, at + 1)).length === 0);
        this.#expect(this.engine.chooseAll(wanted), firstBad < 0, 'chooseAll');
        this.choices = firstBad < 0 ? wanted : wanted.slice(0, firstBad);
        break;
      }
      case 'advance':
        this.engine.advance(command.work);
    }
  }

  #expect(found: boolean, expected: boolean, what: string): void {
    if (found !== expected) throw new Error(`${what} says ${found} instead of ${expected}`);
  }
}
