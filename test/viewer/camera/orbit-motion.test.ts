import {expect} from '@open-wc/testing';
import {OrbitMotion} from '../../../src/viewer/camera/orbit-motion.js';
import type {Orbit} from '../../../src/viewer/camera/orbit.js';

const start: Orbit = {azimuth: 0, polar: 1.2, distance: 3, target: [0, 0, 0]};
const limits = {
  minAzimuth: -Infinity,
  maxAzimuth: Infinity,
  minPolar: 0.1,
  maxPolar: 1.6,
  minDistance: 1,
  maxDistance: 5,
};

describe('OrbitMotion', () => {
  it('rests until something is asked of it', () => {
    expect(new OrbitMotion(start, limits).isMoving).to.equal(false);
  });

  it('comes to rest exactly at its goal', () => {
    const motion = new OrbitMotion(start, limits);
    motion.nudge({azimuth: 1, zoom: 0.5});
    let frames = 0;
    while (motion.step(1 / 60)) frames++;
    expect(motion.current).to.deep.equal({...start, azimuth: 1, distance: 1.5});
    expect(motion.isMoving).to.equal(false);
    expect(frames).to.be.within(10, 60);
  });

  it('moves as far at 30 frames a second as at 120', () => {
    const [slow, fast] = [new OrbitMotion(start, limits), new OrbitMotion(start, limits)];
    for (const motion of [slow, fast]) motion.nudge({azimuth: 2});
    for (let frame = 0; frame < 3; frame++) slow.step(1 / 30);
    for (let frame = 0; frame < 12; frame++) fast.step(1 / 120);
    expect(fast.current.azimuth).to.be.closeTo(slow.current.azimuth, 1e-9);
  });

  it('does not zoom or tilt beyond its limits', () => {
    const motion = new OrbitMotion(start, limits);
    motion.nudge({polar: 9, zoom: 9});
    motion.arrive();
    expect(motion.current).to.deep.equal({...start, polar: 1.6, distance: 5});
  });

  it('takes a view by the shorter way round', () => {
    const motion = new OrbitMotion({...start, azimuth: 3}, limits);
    motion.glideTo({...start, azimuth: -3});
    expect(motion.goal.azimuth).to.be.closeTo(2 * Math.PI - 3, 1e-12);
  });

  it('stops turning to a view when a hand takes hold', () => {
    const motion = new OrbitMotion(start, limits);
    motion.glideTo({...start, azimuth: 2, distance: 2});
    motion.step(0.1);
    const {azimuth} = motion.current;
    motion.hold();
    expect(motion.goal.azimuth).to.equal(azimuth);
    expect(motion.goal.distance).to.equal(2);
  });
});
