import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {stepSpring} from '../../../src/viewer/camera/spring.js';

describe('stepSpring', () => {
  it('ends at the same place in one long step or in many short ones', () => {
    const number = fc.double({min: -10, max: 10, noNaN: true});
    fc.assert(
      fc.property(number, number, number, fc.integer({min: 1, max: 50}), (value, velocity, goal, steps) => {
        const once = stepSpring({value, velocity}, goal, 0.5, 0.3);
        let often = {value, velocity};
        for (let step = 0; step < steps; step++) often = stepSpring(often, goal, 0.5 / steps, 0.3);
        expect(often.value).to.be.closeTo(once.value, 1e-9);
        expect(often.velocity).to.be.closeTo(once.velocity, 1e-8);
      }),
    );
  });

  it('comes to its goal from rest without ever passing it', () => {
    let state = {value: 0, velocity: 0};
    for (let step = 0; step < 200; step++) {
      const next = stepSpring(state, 1, 1 / 60, 0.3);
      expect(next.value).to.be.at.least(state.value).and.at.most(1);
      state = next;
    }
    expect(state.value).to.be.closeTo(1, 1e-6);
  });

  it('leaves a quarter of the way after its response time', () => {
    expect(stepSpring({value: 1, velocity: 0}, 0, 0.3, 0.3).value).to.be.closeTo(0.25, 0.01);
  });
});
