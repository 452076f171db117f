import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {readDefinition} from '../../../../src/core/product/read-definition.js';
import {compileModel} from '../../../../src/core/solver/compile-model.js';
import {createSolver} from '../../../../src/core/solver/create-solver.js';
import type {Assumption} from '../../../../src/core/solver/solver.js';
import {smallestRepairs} from '../../../support/solver/check-session.js';
import {minizincIsMissing} from '../../../support/solver/minizinc/minizinc.mjs';
import {maxListed, openProduct} from '../../../support/solver/minizinc/product-oracle.mjs';
import {frameProduct} from '../../../support/solver/numeric/frame.js';
import {gearboxProduct} from '../../../support/solver/numeric/gearbox.js';
import {palletProduct} from '../../../support/solver/numeric/pallet.js';
import {shelfProduct} from '../../../support/solver/numeric/shelf.js';
import {stairsProduct} from '../../../support/solver/numeric/stairs.js';
import {tankProduct} from '../../../support/solver/numeric/tank.js';
import {windowProduct} from '../../../support/solver/numeric/window.js';
import {createRandom, type Random} from '../../../support/solver/random.js';
import {runs} from '../../../support/runs.js';

const products = [windowProduct, shelfProduct, stairsProduct, tankProduct, palletProduct, gearboxProduct, frameProduct];

/** A parameter has indices: one, or one for each option of a set. */
interface Statement {
  readonly id: string;
  readonly indices: readonly number[];
}

/** A product, our solver and the other one. */
function open(json: unknown) {
  const product = readDefinition(json);
  const model = compileModel(product);
  const solver = createSolver(model, {workLimit: 3_000_000});
  const assume = ({id, indices}: Statement): Assumption => ({
    decision: model.decisions.findIndex((decision) => decision.id === id),
    values: indices,
  });
  return {product, model, solver, oracle: openProduct(product), assume};
}

type Session = ReturnType<typeof open>;

const text = (statements: readonly Statement[]): string =>
  statements.map(({id, indices}) => `${id}=${indices.join('')}`).join(' ');

/** Compares every value of every parameter; returns what is possible and what is not. */
function compareDomains({model, solver, oracle, assume}: Session, picks: readonly Statement[], random: Random) {
  const assumptions = picks.map(assume);
  const domains = oracle.domains(picks);
  const possible: Statement[] = [];
  const barred: Statement[] = [];
  const compare = (statement: Statement, expected: boolean): void => {
    const found = solver.isPossible([...assumptions, assume(statement)]);
    assert.equal(found, expected, `${text([statement])} after ${text(picks)}`);
    (expected ? possible : barred).push(statement);
  };
  model.decisions.forEach(({id, variables, options}, decision) => {
    const properSize = model.variables[variables[0] ?? 0]?.properSize ?? 0;
    const others = picks.filter((pick) => pick.id !== id);
    if (options) {
      for (let bits = 0; bits < 2 ** options.length; bits++) {
        const statement = {id, indices: options.map((_, place) => (bits >> place) & 1)};
        compare(statement, oracle.isPossible([...picks, statement]));
      }
    } else if (properSize > maxListed) {
      for (let count = 0; count < 10; count++) {
        const statement = {id, indices: [random.below(properSize)]};
        compare(statement, oracle.isPossible([...picks, statement]));
      }
      assert.deepEqual(
        solver.bounds(others.map(assume), decision),
        oracle.bounds(others, id),
        `${id} after ${text(others)}`,
      );
    } else {
      for (let index = 0; index < properSize; index++) {
        compare({id, indices: [index]}, domains.get(id)?.has(index) ?? false);
      }
      const indices = [...(domains.get(id) ?? [])];
      const expected = indices.length === 0 ? null : {min: Math.min(...indices), max: Math.max(...indices)};
      assert.deepEqual(solver.bounds(assumptions, decision), expected, `bounds of ${id} after ${text(picks)}`);
    }
  });
  return {possible, barred};
}

/** An explanation suffices and nothing of it can be left out; repairs are the smallest, the oldest first. */
function checkBarred({product, solver, oracle, assume}: Session, picks: readonly Statement[], wanted: Statement): void {
  const what = `${text([wanted])} after ${text(picks)}`;
  const assumptions = picks.map(assume);
  const explanation = solver.explain(assumptions, [assume(wanted)]);
  assert.ok(explanation, what);
  const blamed = picks.filter((_, at) => explanation.assumptions.includes(assumptions[at] ?? assume(wanted)));
  const isPossibleBy = (ids: readonly string[], statements: readonly Statement[]): boolean =>
    openProduct(product, (id: string) => ids.includes(id)).isPossible([...statements, wanted]);
  assert.equal(isPossibleBy(explanation.constraints, blamed), false, `${what}: it does not suffice`);
  for (const left of explanation.constraints) {
    const rest: readonly string[] = explanation.constraints.filter((id) => id !== left);
    assert.ok(isPossibleBy(rest, blamed), `${what}: ${left} is not needed`);
  }
  for (const left of blamed) {
    const rest = blamed.filter((pick) => pick !== left);
    assert.ok(isPossibleBy(explanation.constraints, rest), `${what}: ${text([left])} is not needed`);
  }
  const repairs = solver.repair(assumptions, [assume(wanted)], 3);
  const expected = smallestRepairs(picks, (kept) => oracle.isPossible([...kept, wanted]));
  assert.deepEqual(
    repairs.map((set) => text(picks.filter((_, at) => set.includes(assumptions[at] ?? assume(wanted))))),
    expected.slice(0, 3).map(text),
    `repairs of ${what}`,
  );
}

describe('numeric products, beside Gecode', {skip: minizincIsMissing}, () => {
  for (const json of products) {
    it(`know the same of every value: ${json.id}`, (test: TestContext) => {
      const seed = Number(process.env['TWIK_SEED'] ?? Date.now() & 0x7fffffff);
      test.diagnostic(`${json.id}: seed ${seed}`);
      const random = createRandom(seed);
      const session = open(json);
      for (let round = 0; round < runs(1, 1, 20); round++) {
        const picks: Statement[] = [];
        for (let count = 0; count < 4; count++) {
          const {possible, barred} = compareDomains(session, picks, random);
          const open = possible.filter(({id}) => !picks.some((pick) => pick.id === id));
          const conflicts = barred.filter(({id}) => !picks.some((pick) => pick.id === id));
          if (picks.length > 0 && conflicts.length > 0) checkBarred(session, picks, random.pick(conflicts));
          if (open.length === 0) break;
          const {id} = random.pick(open);
          picks.push(random.pick(open.filter((each) => each.id === id)));
        }
      }
    });
  }
});
