import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {readDefinition} from '../../../../src/core/product/read-definition.js';
import {compileModel} from '../../../../src/core/solver/compile-model.js';
import {compileEngineModel} from '../../../../src/core/solver/compile/compile-engine-model.js';
import type {Model} from '../../../../src/core/solver/model.js';
import {allSolutions, createChecker} from '../oracle.js';
import {randomProduct} from '../random-product.js';
import {createExtensionCheck} from '../extension-check.js';

const shelf = {
  format: 1,
  id: 'shelf',
  version: '1',
  parameters: [
    {id: 'width', kind: 'number', unit: 'mm', min: 400, max: 2400, step: 10},
    {id: 'depth', kind: 'number', unit: 'mm', min: 200, max: 600, step: 10},
    {id: 'length', kind: 'number', unit: 'mm', min: 0, max: 100_000, step: 1},
    {id: 'shelves', kind: 'integer', min: 1, max: 8},
    {id: 'doors', kind: 'boolean'},
    {id: 'lock', kind: 'boolean', active: 'doors'},
    {
      id: 'finish',
      kind: 'choice',
      options: [
        {id: 'oak', attributes: {kg: '3.5'}},
        {id: 'ash', attributes: {kg: '2'}},
      ],
    },
    {id: 'legs', kind: 'choice', options: [{id: 'oak'}, {id: 'ash'}, {id: 'steel'}]},
    {id: 'extras', kind: 'choices', options: [{id: 'lamp'}, {id: 'oak'}, {id: 'hook'}]},
  ],
  derived: [{id: 'pitch', formula: 'width / (shelves + 1)'}],
};

function compiled(json: unknown, isSwitched = false) {
  const model = compileModel(readDefinition(json));
  const {model: engine, switches} = compileEngineModel(model, isSwitched);
  return {model, engine, switches};
}

/** What a rule becomes beside what the shelf itself needs. */
function formOf(require: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [sign, rules] of [
    [-1, []],
    [1, [{id: 'rule', require}]],
  ] as const) {
    const {engine, model} = compiled({...shelf, rules});
    counts['switches'] = (counts['switches'] ?? 0) + sign * (engine.variables.length - model.variables.length);
    for (const each of engine.constraints) {
      const count = each.kind === 'clauses' ? each.ends.length : 1;
      counts[each.kind] = (counts[each.kind] ?? 0) + sign * count;
    }
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Whether the compiled model allows exactly what the formulas allow, for some assignments. */
function expectSame(model: Model, check: (values: readonly number[]) => boolean, seeds: readonly number[]): void {
  const isRight = createChecker(model);
  const solutions = allSolutions(model);
  seeds.forEach((seed, turn) => {
    const values = model.variables.map(({size}, variable) => (seed >>> (variable * 2)) % size);
    // What is nearly a solution tells most.
    const near = solutions[seed % solutions.length];
    const changed = turn % model.variables.length;
    const tried =
      near && turn % 3 > 0 ? near.map((index, variable) => (variable === changed ? values[variable]! : index)) : values;
    expect(check(tried), JSON.stringify(tried)).to.equal(isRight(tried));
  });
}

describe('a product for the engine', () => {
  it('allows exactly what its rules allow', () => {
    fc.assert(
      fc.property(randomProduct, fc.array(fc.nat(), {minLength: 60, maxLength: 60}), (json, seeds) => {
        const {model, engine} = compiled(json);
        expectSame(model, createExtensionCheck(engine, model.variables.length), seeds);
      }),
      {numRuns: 60},
    );
  });

  it('does not take a quotient that is null for one that is something', () => {
    const parameters = [
      {id: 'n0', kind: 'integer', min: 0, max: 2, required: false},
      {id: 'b0', kind: 'boolean'},
    ];
    const rules = [{id: 'r0', require: 'b0 || (n0 + n0) / round(1.5, n0) != 0.5'}];
    const {model, engine} = compiled({format: 1, id: 'p', version: '1', parameters, rules});
    const check = createExtensionCheck(engine, model.variables.length);
    const isRight = createChecker(model);
    for (const n of [0, 1, 2, 3]) {
      for (const b of [0, 1]) expect(check([n, b]), `${n}, ${b}`).to.equal(isRight([n, b]));
    }
  });

  it('leaves out a rule whose switch is off', () => {
    fc.assert(
      fc.property(randomProduct, fc.nat(), fc.array(fc.nat(), {minLength: 20, maxLength: 20}), (json, bits, seeds) => {
        const {model, engine, switches} = compiled(json, true);
        const isOn = (constraint: number): boolean => ((bits >> constraint) & 1) === 1;
        const check = createExtensionCheck(engine, model.variables.length);
        const given = switches.map((variable, constraint): [number, number] => [variable, isOn(constraint) ? 1 : 0]);
        const left = {...model, constraints: model.constraints.filter((_, constraint) => isOn(constraint))};
        expectSame(left, (values) => check(values, new Map(given)), seeds);
      }),
      {numRuns: 20},
    );
  });

  const forms: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
    ['width > 1200 mm', {clauses: 1}],
    ["!(finish == 'oak' && width > 1200 mm) || legs == 'steel'", {clauses: 1}],
    ['length * 2 <= 100001 mm', {clauses: 1}],
    ['floor(length, 1000 mm) == 3000 mm', {clauses: 2}],
    ["'lamp' in extras || lock", {clauses: 1}],
    ['finish == legs', {clauses: 2}],
    ['finish in extras', {clauses: 2}],
    ['width * 2 - depth / 3 <= 900.5 mm', {sum: 1}],
    ["attribute(finish, 'kg') * 2 + shelves * 0.1 != 7", {sum: 1}],
    ["count(extras) + count(doors, finish == 'oak') <= 2", {sum: 1}],
    ['doors || width + depth > 900 mm', {sum: 1}],
    ["doors || 'lamp' in extras || width + depth > 900 mm", {sum: 1, clauses: 1, switches: 1}],
    ['(doors ? width / 2 : width) + 0 mm <= 600 mm', {table: 1}],
    ['(doors ? width / 2 : width) <= depth', {sum: 2}],
    ['shelves * shelves * (doors ? 2 : 1) <= 20', {table: 1}],
    ['pitch >= 180 mm', {sum: 1}],
    ['width / depth >= 2', {sum: 1}],
    ['width / (depth - 300 mm) >= 2', {propagator: 1}],
    ['width * depth <= 1 m2', {propagator: 1}],
  ];
  for (const [formula, expected] of forms) {
    it(`writes ${formula} as ${Object.entries(expected)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}`, () => expect(formOf(formula)).to.deep.equal(expected));
  }
});
