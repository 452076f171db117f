import {expect} from '@open-wc/testing';
import {DecoderPool} from '../../../src/viewer/decoding/decoder-pool.js';
import type {DecoderResult} from '../../../src/viewer/decoding/decoder-protocol.js';
import type {DracoJob} from '../../../src/viewer/decoding/draco-decoder.js';
import {until} from '../support/stage.js';
import {dracoBytes} from './pack.js';
import {errorOf} from './support.js';

const files = {
  title: 'Draco',
  script: new URL('../../../src/viewer/decoding/draco-decoder.ts', import.meta.url),
  wasm: new URL('/node_modules/three/examples/jsm/libs/draco/gltf/draco_decoder.wasm', import.meta.url),
};
const pool = (change: Partial<typeof files> = {}) => new DecoderPool<DracoJob, DecoderResult>({...files, ...change});
const job = (bytes = dracoBytes()): DracoJob => ({
  bytes: bytes.slice().buffer,
  attributes: [{id: 7, componentType: 5126}],
});

describe('DecoderPool', () => {
  it('does more jobs than there are decoders, and ends them when idle', async () => {
    const decoders = pool();
    const results = await Promise.all(Array.from({length: 20}, () => decoders.run(job())));
    for (const {buffers} of results) expect(buffers.map(({byteLength}) => byteLength)).to.deep.equal([96, 144]);
    expect(decoders.size).to.be.within(1, 4);
    await until(() => decoders.size === 0);
    await decoders.run(job());
    expect(decoders.size).to.equal(1);
  });

  it('goes on with another decoder after broken data', async () => {
    const decoders = pool();
    const jobs = Array.from({length: 9}, (_, at) =>
      decoders.run(job(at % 2 === 0 ? dracoBytes().slice(0, 90) : undefined)),
    );
    const outcomes = await Promise.allSettled(jobs);
    expect(outcomes.map(({status}) => status)).to.deep.equal(
      Array.from({length: 9}, (_, at) => (at % 2 === 0 ? 'rejected' : 'fulfilled')),
    );
  });

  it('does nothing for those who gave up', async () => {
    const controller = new AbortController();
    const decoders = pool();
    const work = decoders.run(job(), controller.signal);
    controller.abort();
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(error).to.have.property('name', 'AbortError');
    await decoders.run(job());
  });

  it('says which file of a decoder is not served', async () => {
    const wasm = new URL('/no/such.wasm', location.href);
    const first = await errorOf(pool({wasm}).prepare());
    expect(first.code).to.equal('decoder-missing');
    expect(first.message).to.contain(wasm.href).and.contain('Draco');
    const script = new URL('/no/such.js', location.href);
    const second = await errorOf(pool({script}).run(job()));
    expect(second.code).to.equal('decoder-missing');
    expect(second.message).to.contain(script.href);
  });

  it('says how a page may allow WebAssembly', async () => {
    const {instantiate} = WebAssembly;
    const {Worker} = globalThis;
    try {
      Object.assign(WebAssembly, {instantiate: () => Promise.reject(new Error('The policy forbids it.'))});
      Object.assign(globalThis, {Worker: forbidden});
      const {code, message} = await errorOf(pool().prepare());
      expect(code).to.equal('decoder-blocked');
      expect(message).to.contain("'wasm-unsafe-eval'").and.contain('without Draco');
    } finally {
      Object.assign(WebAssembly, {instantiate});
      Object.assign(globalThis, {Worker});
    }
  });

  // The last one: the page remembers that there are no workers.
  it('decodes in the page where there are no workers', async () => {
    const {Worker} = globalThis;
    try {
      Object.assign(globalThis, {Worker: forbidden});
      const decoders = pool();
      const results = await Promise.all([decoders.run(job()), decoders.run(job())]);
      expect(results.map(({buffers}) => buffers[0]?.byteLength)).to.deep.equal([96, 96]);
      expect(decoders.size).to.equal(1);
    } finally {
      Object.assign(globalThis, {Worker});
    }
  });
});

function forbidden(): never {
  throw new Error('The policy forbids it.');
}
