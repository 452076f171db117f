import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {Bench} from './bench.js';
import {Glb} from './glb.js';

const mount = '/nodes/@Body/twik:mount';
const move = '/nodes/@Body/translation';

async function bench(): Promise<Bench> {
  const body = new Glb();
  body.node('Body');
  const part = (name: string) => {
    const glb = new Glb();
    glb.node(name);
    return glb;
  };
  const scene = new Bench(await body.load());
  return scene.offer(await part('One').load('one')).offer(await part('Two').load('two'));
}

const shown = (scene: Bench) => [scene.one('Body').position.x, scene.all('One').length, scene.all('Two').length];

describe('a plan that waits for something', () => {
  it('leaves everything as it was until all has come', async () => {
    const scene = await bench();
    await scene.apply({[move]: [1, 0, 0]});
    const done = scene.apply({[move]: [2, 0, 0], [mount]: 'one'});
    expect(shown(scene)).to.deep.equal([1, 0, 0]);
    await scene.arrive('one');
    await done;
    expect(shown(scene)).to.deep.equal([2, 1, 0]);
  });

  it('gives way to a later one that waits for nothing, and what it waited for is given up', async () => {
    const scene = await bench();
    const first = scene.apply({[move]: [1, 0, 0], [mount]: 'one'});
    const signal = scene.waiting.get('one')?.signal;
    await scene.apply({[move]: [2, 0, 0]});
    expect([...shown(scene), signal?.aborted]).to.deep.equal([2, 0, 0, true]);
    await scene.arrive('one');
    await first;
    expect(shown(scene)).to.deep.equal([2, 0, 0]);
  });

  it('gives way to a later one though that comes to its end first', async () => {
    const scene = await bench();
    const first = scene.apply({[move]: [1, 0, 0], [mount]: 'one'});
    const second = scene.apply({[move]: [2, 0, 0], [mount]: 'two'});
    await scene.arrive('two');
    await second;
    await scene.arrive('one');
    await first;
    expect(shown(scene)).to.deep.equal([2, 0, 1]);
  });

  it('shares with a later one what both wait for', async () => {
    const scene = await bench();
    const first = scene.apply({[mount]: 'one'});
    const asked = scene.waiting.get('one');
    const second = scene.apply({[mount]: 'one', [move]: [3, 0, 0]});
    expect(scene.waiting.get('one')).to.equal(asked);
    expect(asked?.signal?.aborted).to.equal(false);
    await scene.arrive('one');
    await Promise.all([first, second]);
    expect(shown(scene)).to.deep.equal([3, 1, 0]);
  });

  it('is applied without what failed, which is reported', async () => {
    const scene = await bench();
    const failure = scene.failure({[mount]: 'one', [move]: [1, 0, 0]});
    await scene.fail('one', new TwikError('model-not-found', 'There is no one.glb.'));
    expect((await failure).code).to.equal('model-not-found');
    expect(shown(scene)).to.deep.equal([1, 0, 0]);
  });

  it('is dropped when the binder is disposed of', async () => {
    const scene = await bench();
    const done = scene.apply({[mount]: 'one', [move]: [1, 0, 0]});
    const signal = scene.waiting.get('one')?.signal;
    scene.binder.dispose();
    expect(signal?.aborted).to.equal(true);
    await scene.arrive('one');
    await done;
    await scene.apply({[move]: [1, 0, 0]});
    expect(shown(scene)).to.deep.equal([0, 0, 0]);
  });
});
