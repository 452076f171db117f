import {expect} from '@open-wc/testing';
import {AutoRotate} from '../../../src/viewer/extras/auto-rotate.js';
import type {AutoRotateOptions} from '../../../src/viewer/extras/auto-rotate.js';
import type {Stage} from '../../../src/viewer/stage.js';
import {countDuring} from '../support/gl-probe.js';
import {SlowClock} from '../support/stall.js';
import {until, wait} from '../support/stage.js';
import {comesToRest, createHost, disposeHosts, loadScene, nextFrame} from './host.js';
import {preferStillness} from './prefer-stillness.js';

const made: AutoRotate[] = [];
let clock: SlowClock;

async function createTurning(options?: AutoRotateOptions) {
  const {stage, host, canvas} = createHost();
  const autoRotate = new AutoRotate(stage, host, options);
  made.push(autoRotate);
  await loadScene(stage);
  return {stage, host, canvas, autoRotate};
}

async function turns(stage: Stage): Promise<void> {
  const {azimuth} = stage.camera;
  await until(() => Math.abs(stage.camera.azimuth - azimuth) > 1e-3);
}

/** Nothing moves, and nobody has asked for a frame, although time passes. */
async function rests(stage: Stage, delayMs = 10_000): Promise<void> {
  await comesToRest();
  const {azimuth} = stage.camera;
  await clock.pass(delayMs);
  const {frames} = await countDuring(() => wait(200));
  expect(frames).to.equal(0);
  expect(stage.camera.azimuth).to.equal(azimuth);
}

describe('AutoRotate', () => {
  beforeEach(() => (clock = new SlowClock()));
  afterEach(() => {
    for (const autoRotate of made.splice(0)) autoRotate.dispose();
    clock.stop();
    disposeHosts();
  });

  it('begins three seconds after the picture, and keeps the rest of the camera', async () => {
    const {stage} = await createTurning();
    await rests(stage, 2500);
    const before = stage.camera;
    await clock.pass(1000);
    await turns(stage);
    expect(stage.camera.azimuth).to.be.above(before.azimuth);
    expect({...stage.camera, azimuth: before.azimuth}).to.deep.equal(before);
  });

  it('stops for a hand, a wheel or a key, and begins again when they have been gone for a while', async () => {
    const {stage, canvas} = await createTurning({delayMs: 1000, degreesPerSecond: -90});
    const init = {bubbles: true, composed: true, pointerId: 3};
    for (const [stop, go] of [
      [new PointerEvent('pointerdown', init), new PointerEvent('pointerup', init)],
      [new WheelEvent('wheel', init), null],
      [new KeyboardEvent('keydown', {...init, key: 'a'}), null],
    ] as const) {
      await clock.pass(1000);
      await turns(stage);
      canvas.dispatchEvent(stop);
      await rests(stage, go ? 10_000 : 500);
      if (go) canvas.dispatchEvent(go);
    }
    await clock.pass(1000);
    await turns(stage);
  });

  it('does not turn what has the focus', async () => {
    const {stage, canvas} = await createTurning();
    canvas.focus();
    await rests(stage);
    canvas.blur();
    await wait(50);
    await clock.pass(3000);
    await turns(stage);
    canvas.focus();
    await rests(stage);
  });

  it('does not turn for those who prefer reduced motion', async () => {
    const give = preferStillness();
    const {stage} = await createTurning();
    await rests(stage);
    give();
  });

  it('does not turn what nobody sees, and begins again when somebody does', async () => {
    const {stage} = await createTurning();
    await clock.pass(3000);
    await turns(stage);
    stage.isVisible = false;
    await rests(stage);
    const frame = nextFrame(stage);
    stage.isVisible = true;
    await frame;
    await clock.pass(3000);
    await turns(stage);
  });

  it('does not turn in a page that is hidden', async () => {
    const {stage} = await createTurning();
    Object.defineProperty(document, 'hidden', {value: true, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
    await rests(stage);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.pass(3000);
    await turns(stage);
  });

  it('lets a view be reached', async () => {
    const {stage} = await createTurning({degreesPerSecond: 1});
    await clock.pass(3000);
    await turns(stage);
    stage.goTo('side');
    await until(() => stage.camera.azimuth === Math.PI / 2);
    expect(stage.camera.distance).to.be.closeTo(4, 1e-6);
  });

  it('goes back where it may go no farther, and rests where there is no room at all', async () => {
    const {stage} = await createTurning({degreesPerSecond: 90});
    stage.rig.rules = {limits: (limits) => ({...limits, minAzimuth: 0, maxAzimuth: 0.1})};
    await clock.pass(3000);
    await until(() => stage.camera.azimuth === 0.1);
    await until(() => stage.camera.azimuth === 0);
    await until(() => stage.camera.azimuth > 0);
    stage.rig.rules = {limits: (limits) => ({...limits, minAzimuth: 0, maxAzimuth: 0})};
    stage.rig.arrive();
    await rests(stage, 0);
  });

  it('is over when it is disposed of', async () => {
    const {stage, autoRotate} = await createTurning();
    await clock.pass(3000);
    await turns(stage);
    autoRotate.dispose();
    await rests(stage);
    expect(stage.drawn.size).to.equal(0);
  });
});
