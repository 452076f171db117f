import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {readDefinition} from '../../../src/core/product/read-definition.js';
import {compileModel} from '../../../src/core/solver/compile-model.js';
import {createSolver} from '../../../src/core/solver/create-solver.js';
import {createChecker} from './oracle.js';

/** A divisor that is zero for certain is refused when it is read. */
const notConstant = (formula: string): string => (/\b[xyz]\b/.test(formula) ? formula : `(${formula} + y - y)`);

const {number} = fc.letrec<{number: string}>((tie) => ({
  number: fc.oneof(
    {maxDepth: 3},
    {weight: 3, arbitrary: fc.constantFrom('x', 'y', 'z')},
    fc.constantFrom('2', '-3', '0.5', '1.1', '7'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map(([a, operator, b]) => `(${a} ${operator} ${operator === '/' ? notConstant(b) : b})`),
    fc
      .tuple(fc.constantFrom('min', 'max', 'sum'), tie('number'), tie('number'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc
      .tuple(fc.constantFrom('round', 'floor', 'ceil'), tie('number'), fc.constantFrom('', ', 3', ', 0.7'))
      .map(([name, a, step]) => `${name}(${a}${step})`),
    tie('number').map((a) => `abs(${a})`),
    tie('number').map((a) => `-(${a})`),
    fc.tuple(tie('number'), tie('number'), tie('number')).map(([a, b, c]) => `if(${a} > 1, ${b}, ${c})`),
  ),
}));

const comparison = fc
  .tuple(
    number,
    fc.constantFrom('<', '<=', '>', '>=', '==', '!='),
    fc.oneof(number, fc.integer({min: -9, max: 9}).map(String)),
  )
  .map((parts) => parts.join(' '));

/** Two whole numbers and one of thirds of tenths, which may be missing. */
const parameters = [
  {id: 'x', kind: 'integer', min: -6, max: 6},
  {id: 'y', kind: 'integer', min: 0, max: 9},
  {id: 'z', kind: 'number', min: -0.9, max: 1, step: 0.3, required: false},
];

describe('propagation of arithmetic', () => {
  it('never takes a value away that some solution has, nor leaves one that none has', () => {
    fc.assert(
      fc.property(fc.array(comparison, {minLength: 1, maxLength: 3}), (requirements) => {
        const rules = requirements.map((require, index) => ({id: `r${index}`, require}));
        const model = compileModel(readDefinition({format: 1, id: 'numbers', version: '1', parameters, rules}));
        const solver = createSolver(model, {workLimit: 1e6});
        const check = createChecker(model);
        const found = model.variables.map(({size}) => new Array<boolean>(size).fill(false));
        for (let x = 0; x < found[0]!.length; x++) {
          for (let y = 0; y < found[1]!.length; y++) {
            for (let z = 0; z < found[2]!.length; z++) {
              if (!check([x, y, z])) continue;
              found[0]![x] = true;
              found[1]![y] = true;
              found[2]![z] = true;
            }
          }
        }
        found.forEach((values, decision) => {
          const possible = values.map((_, index) => solver.isPossible([{decision, values: [index]}]));
          expect(possible, model.variables[decision]!.id).to.deep.equal(values);
        });
      }),
      {numRuns: 200},
    );
  });

  it('follows chains of derived values of any length', () => {
    const length = 3000;
    const derived = Array.from({length}, (_, index) => ({
      id: `d${index}`,
      formula: index === 0 ? 'x + 1' : `d${index - 1} + 1`,
    }));
    const model = compileModel(
      readDefinition({
        format: 1,
        id: 'chain',
        version: '1',
        parameters: [{id: 'x', kind: 'integer', min: 0, max: 50}],
        derived,
        rules: [{id: 'last', require: `d${length - 1} >= ${length + 40}`}],
      }),
    );
    expect(createSolver(model).bounds([], 0)).to.deep.equal({min: 40, max: 50});
  });

  it('does not multiply the work where derived values share much', () => {
    const derived = Array.from({length: 60}, (_, index) => ({
      id: `d${index}`,
      formula: index === 0 ? 'x' : `(d${index - 1} + d${index - 1}) / 2`,
    }));
    const model = compileModel(
      readDefinition({
        format: 1,
        id: 'shared',
        version: '1',
        parameters: [{id: 'x', kind: 'integer', min: 0, max: 50}],
        derived,
        rules: [{id: 'last', require: 'd59 >= 13'}],
      }),
    );
    expect(createSolver(model).bounds([], 0)).to.deep.equal({min: 13, max: 50});
  });
});
