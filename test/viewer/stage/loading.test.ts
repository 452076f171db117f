import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {pixelsOf, redPixels} from '../support/pixels.js';
import {createStage, cube, disposeStages} from '../support/stage.js';

describe('Stage: loading', () => {
  afterEach(disposeStages);

  it('tells how far the load has come, from nothing to all', async () => {
    const {stage, events} = createStage();
    await stage.load(cube());
    const shares = events.flatMap((event) => (event.kind === 'progress' ? [event.share] : []));
    expect(shares[0]).to.equal(0);
    expect(shares.at(-1)).to.equal(1);
    expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
  });

  it('says why there is no picture, by a rejection', async () => {
    const {stage} = createStage();
    const error: unknown = await stage.load(cube('/no/such.glb')).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TwikError).and.to.have.property('code', 'model-not-found');
  });

  it('ends a load that another one replaces', async () => {
    const {stage, canvas} = createStage();
    const first = stage.load(cube());
    const error = first.catch((reason: unknown) => reason);
    await stage.load(cube());
    expect(await error).to.have.property('name', 'AbortError');
    expect(redPixels(pixelsOf(canvas))).to.be.above(1000);
  });

  it('ends a load when its signal says so', async () => {
    const {stage} = createStage();
    const abort = new AbortController();
    const loading = stage.load(cube(), {signal: abort.signal}).catch((reason: unknown) => reason);
    abort.abort();
    expect(await loading).to.have.property('name', 'AbortError');
  });

  it('shows in the first picture the plan that came while the model was loading', async () => {
    const {stage, canvas} = createStage();
    const pointer = '/materials/@Red/pbrMetallicRoughness/baseColorFactor';
    const loading = stage.load(cube(), {plan: [{model: 'cube', pointer, value: '#ff0000'}]});
    void stage.apply([{model: 'cube', pointer, value: '#0000ff'}]);
    await loading;
    expect(redPixels(pixelsOf(canvas))).to.equal(0);
  });

  it('tells of a plan that cannot be done, and keeps its picture', async () => {
    const {stage, canvas, events} = createStage();
    await stage.load(cube());
    await stage.apply([{model: 'cube', pointer: '/nodes/@Sphere/translation', value: [0, 0, 0]}]);
    const errors = events.flatMap((event) => (event.kind === 'error' ? [event.error.code] : []));
    expect(errors).to.deep.equal(['node-not-found']);
    expect(redPixels(pixelsOf(canvas))).to.be.above(1000);
  });
});
