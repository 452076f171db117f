import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {PerspectiveCamera, Vector3} from 'three';
import {clipPlanes, fieldOfView, framingDistance} from '../../../src/viewer/camera/framing.js';
import {positionOf} from '../../../src/viewer/camera/orbit.js';

/** The largest coordinate of the box's corners in the picture; 1 is its edge. */
function reach(halfSizes: readonly number[], azimuth: number, aspect: number): number {
  const [x = 0, y = 0, z = 0] = halfSizes;
  const across = Math.hypot(x, z);
  const distance = framingDistance({radius: Math.hypot(x, y, z), across, halfHeight: y}, aspect);
  const camera = new PerspectiveCamera((fieldOfView * 180) / Math.PI, aspect, 0.01, 1000);
  camera.position.set(...positionOf({azimuth, polar: (74 / 180) * Math.PI, distance, target: [0, 0, 0]}));
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  let largest = 0;
  for (const sx of [-1, 1]) {
    for (const sy of [-1, 1]) {
      for (const sz of [-1, 1]) {
        const corner = new Vector3(x * sx, y * sy, z * sz).project(camera);
        largest = Math.max(largest, Math.abs(corner.x), Math.abs(corner.y));
      }
    }
  }
  return largest;
}

const size = fc.double({min: 0.05, max: 3, noNaN: true});

describe('framingDistance', () => {
  it('keeps any box in a picture of any shape, from whichever side', () => {
    fc.assert(
      fc.property(
        fc.tuple(size, size, size),
        fc.double({min: 0, max: 6.3, noNaN: true}),
        fc.double({min: 0.4, max: 2.5, noNaN: true}),
        (box, azimuth, aspect) => {
          expect(reach(box, azimuth, aspect)).to.be.at.most(1.0001);
        },
      ),
    );
  });

  it('fills most of the picture with what is wide and flat', () => {
    expect(reach([1, 0.2, 0.1], 0, 4 / 3)).to.be.above(0.8);
  });
});

describe('clipPlanes', () => {
  it('holds the whole product and its shadow', () => {
    const {near, far} = clipPlanes([0, 0, 10], {center: [0, 0, 0], radius: 1, across: 1, halfHeight: 1});
    expect([near, far]).to.deep.equal([7, 13]);
  });

  it('stays before the camera inside the product', () => {
    expect(clipPlanes([0, 0, 0.5], {center: [0, 0, 0], radius: 1, across: 1, halfHeight: 1}).near).to.be.above(0);
  });
});
