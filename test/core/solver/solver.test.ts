import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {readDefinition} from '../../../src/core/product/read-definition.js';
import {compileModel} from '../../../src/core/solver/compile-model.js';
import {createSolver} from '../../../src/core/solver/create-solver.js';
import type {Model} from '../../../src/core/solver/model.js';
import type {Assumption, Solver} from '../../../src/core/solver/solver.js';
import {allSolutions, createChecker, fits} from './oracle.js';
import {randomProduct} from './random-product.js';

interface Scenario {
  readonly model: Model;
  readonly solver: Solver;
  readonly solutions: readonly number[][];
}

function scenarioOf(json: unknown): Scenario {
  const model = compileModel(readDefinition(json));
  return {model, solver: createSolver(model, {workLimit: 1e6}), solutions: allSolutions(model)};
}

/** Assumptions by numbers, so that they shrink; values may be out of reach, and `null` says "exists". */
const randomPicks = fc.uniqueArray(fc.record({decision: fc.nat(8), seed: fc.nat(1000)}), {
  selector: ({decision}) => decision,
  maxLength: 6,
});

function assumptionsOf(model: Model, picks: readonly {decision: number; seed: number}[]): Assumption[] {
  return picks.map(({decision, seed}) => {
    const {variables} = model.decisions[decision]!;
    if (seed % 7 === 0) return {decision, values: null};
    return {
      decision,
      values: variables.map((variable, place) => (seed >> (place * 2)) % model.variables[variable]!.size),
    };
  });
}

const runs = {numRuns: 40};

describe('a solver', () => {
  it('finds possible exactly what some solution has', () => {
    fc.assert(
      fc.property(randomProduct, fc.array(randomPicks, {minLength: 1, maxLength: 12}), (json, questions) => {
        const {model, solver, solutions} = scenarioOf(json);
        for (const picks of questions) {
          const assumptions = assumptionsOf(model, picks);
          const expected = solutions.some((solution) => assumptions.every((each) => fits(model, solution, each)));
          expect(solver.isPossible(assumptions), JSON.stringify(assumptions)).to.equal(expected);
        }
      }),
      runs,
    );
  });

  it('finds the exact bounds', () => {
    fc.assert(
      fc.property(randomProduct, fc.array(randomPicks, {minLength: 1, maxLength: 4}), (json, questions) => {
        const {model, solver, solutions} = scenarioOf(json);
        for (const picks of questions) {
          const assumptions = assumptionsOf(model, picks);
          const rest = solutions.filter((solution) => assumptions.every((each) => fits(model, solution, each)));
          model.decisions.forEach(({id, variables: [variable = 0]}, decision) => {
            const {properSize} = model.variables[variable]!;
            const found = rest.map((solution) => solution[variable]!).filter((index) => index < properSize);
            const expected = found.length === 0 ? null : {min: Math.min(...found), max: Math.max(...found)};
            expect(solver.bounds(assumptions, decision), id).to.deep.equal(expected);
          });
        }
      }),
      runs,
    );
  });

  it('tells what is decided already', () => {
    fc.assert(
      fc.property(randomProduct, randomPicks, (json, picks) => {
        const {model, solver, solutions} = scenarioOf(json);
        const assumptions = assumptionsOf(model, picks);
        const rest = solutions.filter((solution) => assumptions.every((each) => fits(model, solution, each)));
        if (rest.length === 0) return;
        model.decisions.forEach(({variables}, decision) => {
          const decided = {decision, values: variables.map((variable) => rest[0]![variable]!)};
          const existing = rest.filter((solution) => fits(model, solution, {decision, values: null}));
          expect(solver.isDecided(assumptions, decided)).to.equal(
            existing.every((solution) => fits(model, solution, decided)),
          );
        });
      }),
      runs,
    );
  });

  it('explains by assumptions and constraints of which none can be left out', () => {
    fc.assert(
      fc.property(randomProduct, randomPicks, (json, picks) => {
        const {model, solver, solutions} = scenarioOf(json);
        const assumptions = assumptionsOf(model, picks);
        const wanted = assumptions.slice(-1);
        const explanation = solver.explain(assumptions.slice(0, -1), wanted);
        const isPossible = solutions.some((solution) => assumptions.every((each) => fits(model, solution, each)));
        expect(explanation === null).to.equal(isPossible);
        if (!explanation || explanation.constraints.length > 3) return;
        const constraints = model.constraints.filter(({id}) => explanation.constraints.includes(id));
        const without = (left: readonly (typeof constraints)[number][], kept: readonly Assumption[]): boolean =>
          allSolutions({...model, constraints: left}).some((solution) =>
            [...kept, ...wanted].every((each) => fits(model, solution, each)),
          );
        // Parameters may have two constraints of one name, of which one may be too many.
        if (constraints.length > explanation.constraints.length) return;
        expect(without(constraints, explanation.assumptions)).to.equal(false);
        for (const left of constraints) {
          expect(
            without(
              constraints.filter((each) => each !== left),
              explanation.assumptions,
            ),
            left.id,
          ).to.equal(true);
        }
        for (const left of explanation.assumptions) {
          expect(
            without(
              constraints,
              explanation.assumptions.filter((each) => each !== left),
            ),
          ).to.equal(true);
        }
      }),
      {numRuns: 15},
    );
  });

  it('repairs with the fewest assumptions given up, the oldest first among equals', () => {
    fc.assert(
      fc.property(randomProduct, randomPicks, (json, picks) => {
        const {model, solver, solutions} = scenarioOf(json);
        const all = assumptionsOf(model, picks);
        const wanted = all.slice(-1);
        const assumptions = all.slice(0, -1);
        const isFine = (kept: readonly Assumption[]): boolean =>
          solutions.some((solution) => [...kept, ...wanted].every((each) => fits(model, solution, each)));
        const sets = Array.from({length: 2 ** assumptions.length}, (_, bits) => bits)
          .filter((bits) => isFine(assumptions.filter((_, age) => ((bits >> age) & 1) === 0)))
          .map((bits) => assumptions.map((_, age) => age).filter((age) => ((bits >> age) & 1) === 1));
        const minimal = sets
          .filter((set) => !sets.some((other) => other.length < set.length && other.every((age) => set.includes(age))))
          .sort((a, b) => a.length - b.length || compareSets(a, b));
        const repairs = solver.repair(assumptions, wanted, 5);
        expect(repairs.map((repair) => repair.map((each) => assumptions.indexOf(each)))).to.deep.equal(
          minimal.slice(0, 5),
        );
      }),
      runs,
    );
  });

  it('completes with what is preferred, variable by variable, and the nearest number otherwise', () => {
    fc.assert(
      fc.property(
        randomProduct,
        randomPicks,
        fc.array(fc.integer({min: -1, max: 3}), {minLength: 12, maxLength: 12}),
        (json, picks, preferences) => {
          const {model, solver, solutions} = scenarioOf(json);
          const assumptions = assumptionsOf(model, picks);
          const rest = solutions.filter((solution) => assumptions.every((each) => fits(model, solution, each)));
          if (rest.length === 0) return;
          const preferred = Int32Array.from(model.variables, (_, variable) => preferences[variable] ?? -1);
          // A second solver that has seen nothing must complete alike.
          solver.isPossible([]);
          const expected = best(model, rest, preferred);
          expect([...solver.complete(assumptions, preferred)]).to.deep.equal(expected);
          expect([...createSolver(model, {workLimit: 1e6}).complete(assumptions, preferred)]).to.deep.equal(expected);
        },
      ),
      runs,
    );
  });

  it('says so when there is no solution to complete', () => {
    const {solver} = scenarioOf({
      format: 1,
      id: 'none',
      version: '1',
      parameters: [{id: 'b', kind: 'boolean'}],
      rules: [
        {id: 'yes', require: 'b'},
        {id: 'no', require: '!b'},
      ],
    });
    expect(() => solver.complete([], new Int32Array(1)))
      .to.throw()
      .with.property('code', 'solution-missing');
    expect(solver.explain([], [])).to.deep.equal({assumptions: [], constraints: ['yes', 'no']});
  });

  it('ends with an error of its own when a product is too hard, and can be asked again', () => {
    const count = 24;
    const parameters = Array.from({length: count}, (_, index) => ({
      id: `n${index}`,
      kind: 'integer',
      min: 1,
      max: 1000,
    }));
    const squares = parameters.map(({id}) => `${id} * ${id} * ${id}`).join(' + ');
    const model = compileModel(
      readDefinition({
        format: 1,
        id: 'hard',
        version: '1',
        parameters,
        rules: [{id: 'cubes', require: `(${squares}) * 9 == 12345678904`}],
      }),
    );
    const solver = createSolver(model, {workLimit: 2000});
    expect(() => solver.isPossible([]))
      .to.throw()
      .with.property('code', 'search-limit');
    expect(() => solver.isPossible([]))
      .to.throw()
      .with.property('code', 'search-limit');
  });

  it('finds the extremes among very many values', () => {
    const model = compileModel(
      readDefinition({
        format: 1,
        id: 'large',
        version: '1',
        parameters: [
          {id: 'a', kind: 'number', unit: 'mm', min: 0, max: 100000, step: 0.1},
          {id: 'b', kind: 'integer', min: 0, max: 1000},
        ],
        rules: [{id: 'product', require: 'a * b == 1234.5 mm && b > 1'}],
      }),
    );
    const solver = createSolver(model, {workLimit: 1e6});
    // 1234.5 / b on a grid of tenths: b divides 12345 = 3 * 5 * 823.
    expect(solver.bounds([], 1)).to.deep.equal({min: 3, max: 823});
    expect(solver.bounds([], 0)).to.deep.equal({min: 15, max: 4115});
  });
});

function compareSets(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((age, index) => age !== b[index]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}

/** What `complete` promises, by sifting all solutions. */
function best(model: Model, solutions: readonly number[][], preferred: Int32Array): number[] {
  let rest = solutions;
  model.variables.forEach(({properSize, value}, variable) => {
    const wanted = preferred[variable]!;
    const isNumber = typeof value(0) === 'number' || typeof value(0) === 'object';
    const found = [...new Set(rest.map((solution) => solution[variable]!))].sort((a, b) => a - b);
    const proper = found.filter((index) => index < properSize);
    let chosen = found[0]!;
    if (found.includes(wanted)) chosen = wanted;
    else if (isNumber && wanted >= 0 && wanted < properSize && proper.length > 0) {
      chosen = proper.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a));
    }
    rest = rest.filter((solution) => solution[variable] === chosen);
  });
  return rest[0]!;
}

describe('the checker of these tests', () => {
  it('refuses what breaks a rule', () => {
    const model = compileModel(
      readDefinition({
        format: 1,
        id: 'plain',
        version: '1',
        parameters: [{id: 'b', kind: 'boolean'}],
        rules: [{id: 'yes', require: 'b'}],
      }),
    );
    const check = createChecker(model);
    expect([check([0]), check([1])]).to.deep.equal([false, true]);
  });
});
