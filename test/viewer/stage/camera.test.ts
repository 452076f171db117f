import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {createStage, cube, disposeStages, until, views} from '../support/stage.js';

describe('Stage: camera', () => {
  afterEach(disposeStages);

  it('starts in the first view and glides to others, telling each step', async () => {
    const {stage, events} = createStage();
    await stage.load(cube(), {views});
    expect(stage.camera.azimuth).to.equal(0);
    stage.goTo('side');
    await until(() => Math.abs(stage.camera.azimuth - Math.PI / 2) < 1e-9);
    expect(stage.camera.distance).to.be.closeTo(4, 1e-6);
    expect(stage.camera.target).to.deep.equal([0, 0.1, 0]);
    expect(events.filter(({kind}) => kind === 'camera').length).to.be.above(1);
  });

  it('goes to a view at once when told not to animate', async () => {
    const {stage} = createStage();
    await stage.load(cube(), {views});
    stage.goTo('side', {animate: false});
    expect(stage.camera.azimuth).to.be.closeTo(Math.PI / 2, 1e-9);
  });

  it('names the views it has when asked for another', async () => {
    const {stage} = createStage();
    await stage.load(cube(), {views});
    expect(() => stage.goTo('back')).to.throw(TwikError, 'front, side');
  });

  it('does not take the camera out of a hand', async () => {
    const {stage, canvas} = createStage();
    stage.hasControls = true;
    await stage.load(cube(), {views});
    canvas.dispatchEvent(new PointerEvent('pointerdown', {pointerId: 5, button: 0}));
    stage.goTo('side', {animate: false});
    expect(stage.camera.azimuth).to.equal(0);
    canvas.dispatchEvent(new PointerEvent('pointerup', {pointerId: 5, button: 0}));
    stage.goTo('side', {animate: false});
    expect(stage.camera.azimuth).to.be.closeTo(Math.PI / 2, 1e-9);
  });

  it('keeps a product that grows in the picture', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    const {distance} = stage.camera;
    await stage.apply([{model: 'cube', pointer: '/nodes/@Cube/scale', value: [3, 3, 3]}]);
    await until(() => Math.abs(stage.camera.distance - 3 * distance) < 1e-3);
  });
});
