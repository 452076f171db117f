import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {disposeModel} from '../../../src/viewer/model/dispose-model.js';
import {fetchModel} from '../../../src/viewer/model/model-file.js';
import {parseModel} from '../../../src/viewer/model/parse-model.js';
import {PictureGate, SlowClock, picturesUrl} from '../support/stall.js';

describe('a model that is here and not read', () => {
  let clock: SlowClock;
  let gate: PictureGate;

  beforeEach(() => {
    clock = new SlowClock();
    gate = new PictureGate();
  });

  afterEach(() => {
    gate.open();
    clock.stop();
  });

  /** Begins to read one with two pictures, which are both held; `state()` tells what has become of it. */
  async function begin() {
    const reading = parseModel('m', await fetchModel(picturesUrl(), {}));
    let state = 'reading';
    reading.then(
      () => (state = 'read'),
      () => (state = 'failed'),
    );
    await gate.holds(2);
    return {reading, state: () => state};
  }

  it('is given up after ten seconds of silence, with a cure', async () => {
    const {reading, state} = await begin();
    await clock.pass(9_000);
    expect(state()).to.equal('reading');
    await clock.pass(1_100);
    expect(state()).to.equal('failed');
    const error: unknown = await reading.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TwikError).and.to.have.property('code', 'model-stalled');
    expect(error).to.have.property('message').that.contains('10 seconds').and.contains('Check the model');
  });

  it('has all the time it needs while something comes', async () => {
    const {reading, state} = await begin();
    await clock.pass(9_000);
    gate.letOne();
    await new Promise((done) => setTimeout(done, 100));
    await clock.pass(9_000);
    expect(state()).to.equal('reading');
    gate.letOne();
    disposeModel(await reading);
  });
});
