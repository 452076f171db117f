import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {TwikError} from '../../../src/core/error.js';
import type {CameraRules} from '../../../src/viewer/camera/stage-camera.js';
import {readCamera, type CameraWords} from '../../../src/viewer/extras/read-camera.js';

const degree = Math.PI / 180;
const unsaid: CameraWords = {
  cameraOrbit: '',
  cameraTarget: '',
  fieldOfView: '',
  minCameraOrbit: '',
  maxCameraOrbit: '',
};
const usual = {azimuth: 1, polar: 1.2, distance: 4, target: [0, 1, 2]} as const;
const limits = {
  minAzimuth: -Infinity,
  maxAzimuth: Infinity,
  minPolar: 0.1,
  maxPolar: 1.6,
  minDistance: 1,
  maxDistance: 7,
};

function read(words: Partial<CameraWords>): {rules: CameraRules; errors: TwikError[]} {
  const errors: TwikError[] = [];
  return {rules: readCamera({...unsaid, ...words}, (error) => errors.push(error)), errors};
}

describe('readCamera', () => {
  it('leaves what is not said as the scene has it', () => {
    const {rules, errors} = read({cameraOrbit: 'auto auto auto', cameraTarget: 'auto auto auto', fieldOfView: 'auto'});
    expect(rules.home?.(usual)).to.deep.equal(usual);
    expect(rules.limits?.(limits, 4)).to.deep.equal(limits);
    expect(rules.fieldOfView).to.be.closeTo(30 * degree, 1e-12);
    expect(errors).to.deep.equal([]);
  });

  it('reads angles, lengths and shares', () => {
    const {rules} = read({cameraOrbit: '-90deg 0.5rad 150%', cameraTarget: '1m 20cm -5mm', fieldOfView: '45deg'});
    const home = rules.home?.(usual);
    expect(home?.azimuth).to.be.closeTo(-Math.PI / 2, 1e-12);
    expect(home?.polar).to.equal(0.5);
    expect(home?.distance).to.equal(6);
    expect(home?.target).to.deep.equal([1, 0.2, -0.005]);
    expect(rules.fieldOfView).to.be.closeTo(45 * degree, 1e-12);
  });

  it('limits a person to what lies between two orbits, shares counted from where all is seen', () => {
    const {rules} = read({minCameraOrbit: '-30deg auto 50%', maxCameraOrbit: '30deg 80deg 3m'});
    const found = rules.limits?.(limits, 4);
    expect(found?.minAzimuth).to.be.closeTo(-30 * degree, 1e-12);
    expect(found?.maxAzimuth).to.be.closeTo(30 * degree, 1e-12);
    expect(found?.minPolar).to.equal(0.1);
    expect(found?.maxPolar).to.be.closeTo(80 * degree, 1e-12);
    expect(found?.minDistance).to.equal(2);
    expect(found?.maxDistance).to.equal(3);
  });

  it('tells of what it cannot read, names the attribute and goes on', () => {
    const {rules, errors} = read({cameraOrbit: '30deg 40px 1m', fieldOfView: 'wide', minCameraOrbit: '1m 1m 1m'});
    expect(errors.map(({path}) => path)).to.deep.equal(['camera-orbit', 'field-of-view', 'min-camera-orbit']);
    expect(errors[0]?.code).to.equal('attribute-invalid');
    expect(errors[0]?.message).to.contain('camera-orbit="30deg 40px 1m"');
    expect(rules.home?.(usual)).to.deep.equal(usual);
  });

  it('makes a camera that can be of whatever it is told', () => {
    const word = fc.oneof(
      fc.constantFrom('auto', '0deg', '-0m', '1e400m', '0%', 'NaNdeg', '5', '%'),
      fc
        .tuple(fc.double({noNaN: true}), fc.constantFrom('deg', 'rad', 'm', 'cm', 'mm', '%'))
        .map((parts) => parts.join('')),
    );
    const words = fc.array(word, {maxLength: 4}).map((each) => each.join(' '));
    fc.assert(
      fc.property(words, words, words, words, (cameraOrbit, minCameraOrbit, maxCameraOrbit, fieldOfView) => {
        const {rules} = read({cameraOrbit, minCameraOrbit, maxCameraOrbit, fieldOfView});
        const found = rules.limits?.(limits, 4) ?? limits;
        expect(found.minDistance).to.be.above(0);
        expect(found.maxDistance).to.be.at.least(found.minDistance);
        expect(found.maxPolar).to.be.at.least(found.minPolar);
        expect(found.maxAzimuth).to.be.at.least(found.minAzimuth);
        expect(rules.fieldOfView).to.be.within(degree / 2, 151 * degree);
      }),
    );
  });
});
