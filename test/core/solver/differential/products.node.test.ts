import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {TwikError} from '../../../../src/core/error.js';
import {checkSession} from '../../../support/solver/check-session.js';
import {solutionsOf} from '../../../support/solver/brute-force.js';
import {configurationSubject} from '../../../support/solver/configuration-subject.js';
import {seededSteps, smallNetwork} from '../../../support/solver/network-arbitrary.js';
import {solverSubject} from '../../../support/solver/solver-subject.js';
import {sweep} from '../../../support/solver/sweep.js';

describe('products, beside a list of all solutions', () => {
  it('have a solver that knows the same', (test) => {
    sweep(
      test,
      fc.property(smallNetwork, seededSteps, (network, steps) => {
        const solutions = solutionsOf(network);
        if (solutions.length > 0) checkSession(network, solutions, solverSubject(network), steps);
      }),
    );
  });

  it('have a configuration that knows the same', (test) => {
    sweep(
      test,
      fc.property(smallNetwork, seededSteps, (network, steps) => {
        const solutions = solutionsOf(network);
        if (solutions.length > 0) checkSession(network, solutions, configurationSubject(network), steps);
      }),
    );
  });

  it('are refused when they have no solution', (test) => {
    let count = 0;
    sweep(
      test,
      fc.property(smallNetwork, (network) => {
        if (solutionsOf(network).length > 0) return;
        count++;
        assert.throws(
          () => configurationSubject(network),
          (error) => error instanceof TwikError && error.code === 'product-contradictory',
        );
      }),
    );
    test.diagnostic(`${count} of them had none`);
  });
});
