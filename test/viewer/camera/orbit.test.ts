import {expect} from '@open-wc/testing';
import {clampOrbit, nearestTurn, positionOf} from '../../../src/viewer/camera/orbit.js';

const limits = {
  minAzimuth: -Infinity,
  maxAzimuth: Infinity,
  minPolar: 0.1,
  maxPolar: 1.6,
  minDistance: 1,
  maxDistance: 5,
};

describe('orbit', () => {
  const places = [
    {name: 'before the target', azimuth: 0, polar: Math.PI / 2, position: [1, 2, 5]},
    {name: 'to its right', azimuth: Math.PI / 2, polar: Math.PI / 2, position: [3, 2, 3]},
    {name: 'above it', azimuth: 0, polar: 0, position: [1, 4, 3]},
  ];
  for (const {name, azimuth, polar, position} of places) {
    it(`stands ${name}`, () => {
      const place = positionOf({azimuth, polar, distance: 2, target: [1, 2, 3]});
      place.forEach((value, axis) => expect(value).to.be.closeTo(position[axis] ?? NaN, 1e-12));
    });
  }

  it('keeps to its limits', () => {
    const clamped = clampOrbit({azimuth: 99, polar: 3, distance: 0.2, target: [0, 0, 0]}, limits);
    expect(clamped).to.deep.equal({azimuth: 99, polar: 1.6, distance: 1, target: [0, 0, 0]});
  });

  it('turns the shorter way, after several turns as well', () => {
    expect(nearestTurn(0.1, 4 * Math.PI - 0.1)).to.be.closeTo(4 * Math.PI + 0.1, 1e-12);
    expect(nearestTurn(3, -3)).to.be.closeTo(3 - 2 * Math.PI, 1e-12);
  });
});
