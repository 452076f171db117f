import {expect} from '@open-wc/testing';
import {BoxGeometry, BufferAttribute, Group, InstancedMesh, Matrix4, Mesh, MeshBasicMaterial} from 'three';
import type {Object3D} from 'three';
import {measureBounds} from '../../src/viewer/bounds.js';

const material = new MeshBasicMaterial();

/** A cube of 1 m about the origin. */
const cube = () => new Mesh(new BoxGeometry(1, 1, 1), material);

/** A cube of 1 m whose targets move every vertex upwards, by 2 m and by 4 m. */
function morphing({relative}: {relative: boolean}): Mesh {
  const geometry = new BoxGeometry(1, 1, 1);
  const {array, count} = geometry.getAttribute('position');
  geometry.morphTargetsRelative = relative;
  geometry.morphAttributes['position'] = [2, 4].map((up) => {
    const moved = Array.from({length: count}, (_, index) => {
      const [x = 0, y = 0, z = 0] = relative ? [] : array.subarray(3 * index, 3 * index + 3);
      return [x, y + up, z];
    });
    return new BufferAttribute(new Float32Array(moved.flat()), 3);
  });
  // As the loader leaves it: with room for every blend.
  geometry.computeBoundingBox();
  const mesh = new Mesh(geometry, material);
  mesh.updateMorphTargets();
  return mesh;
}

/** Lowest and highest point, in metres. */
function heightsOf(...roots: Object3D[]): number[] {
  const {box} = measureBounds(roots);
  return [box.min.y, box.max.y].map((height) => Math.round(height * 1e6) / 1e6);
}

describe('measureBounds', () => {
  it('holds what is visible, where it stands', () => {
    const [seen, hidden] = [cube(), cube()];
    seen.position.set(0, 2, 0);
    hidden.visible = false;
    const root = new Group().add(seen, hidden);
    expect(heightsOf(root)).to.deep.equal([1.5, 2.5]);
  });

  it('counts every instance', () => {
    const mesh = new InstancedMesh(new BoxGeometry(1, 1, 1), material, 2);
    mesh.setMatrixAt(0, new Matrix4());
    mesh.setMatrixAt(1, new Matrix4().makeTranslation(0, 3, 0));
    expect(heightsOf(mesh)).to.deep.equal([-0.5, 3.5]);
  });

  it('is as tight about instances that stand turned', () => {
    const mesh = new InstancedMesh(new BoxGeometry(4, 1, 1), material, 2);
    mesh.setMatrixAt(0, new Matrix4());
    mesh.setMatrixAt(1, new Matrix4().makeTranslation(4, 0, 0));
    mesh.rotateZ(Math.PI / 4);
    // Two bars in one line: each box is as high as its own bar lies slanted.
    const half = (4 + 1) / 2 / Math.SQRT2;
    const [low = 0, high = 0] = heightsOf(mesh);
    expect(low).to.be.closeTo(-half, 1e-6);
    expect(high).to.be.closeTo(4 / Math.SQRT2 + half, 1e-6);
  });

  it('stands in for nothing', () => {
    const {box, extent} = measureBounds([new Group()]);
    expect(box.isEmpty()).to.equal(true);
    expect(extent).to.deep.include({center: [0, 0, 0], radius: 1});
  });

  for (const relative of [true, false]) {
    describe(`of a mesh with ${relative ? 'relative' : 'absolute'} morph targets`, () => {
      it('is as large as the blend of now, not as every blend could be', () => {
        const mesh = morphing({relative});
        expect(heightsOf(mesh)).to.deep.equal([-0.5, 0.5]);
        mesh.morphTargetInfluences = [0.5, 0];
        expect(heightsOf(mesh)).to.deep.equal([0.5, 1.5]);
        mesh.morphTargetInfluences = [0.5, 0.25];
        expect(heightsOf(mesh)).to.deep.equal([1.5, 2.5]);
        mesh.morphTargetInfluences = [0, 0];
        expect(heightsOf(mesh)).to.deep.equal([-0.5, 0.5]);
      });

      it('follows the place and size of the mesh', () => {
        const mesh = morphing({relative});
        mesh.morphTargetInfluences = [1, 0];
        mesh.scale.setScalar(2);
        mesh.position.set(0, 10, 0);
        expect(heightsOf(mesh)).to.deep.equal([13, 15]);
      });
    });
  }

  it('is measured about the middle of everything', () => {
    const high = morphing({relative: true});
    high.morphTargetInfluences = [0, 1];
    const {extent} = measureBounds([high, cube()]);
    expect(extent.center).to.deep.equal([0, 2, 0]);
    expect(extent.halfHeight).to.be.closeTo(2.5, 1e-6);
    expect(extent.across).to.be.closeTo(Math.hypot(0.5, 0.5), 1e-6);
  });
});
