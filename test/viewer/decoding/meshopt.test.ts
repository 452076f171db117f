import {expect} from '@open-wc/testing';
import {cubeUrl} from '../support/glb.js';
import {meshoptCube} from './pack.js';
import {errorOf, geometryOf} from './support.js';

describe('meshopt', () => {
  for (const name of ['EXT_meshopt_compression', 'KHR_meshopt_compression']) {
    it(`unpacks ${name}`, async () => {
      const {positions, indices} = await geometryOf(await meshoptCube(name));
      const plain = await geometryOf(cubeUrl());
      expect(positions).to.deep.equal(plain.positions);
      // A packed triangle may begin at another of its corners.
      expect(trianglesOf(indices)).to.deep.equal(trianglesOf(plain.indices));
    });
  }

  it('says where data are broken', async () => {
    const url = await meshoptCube(undefined, (_, bytes) => bytes.fill(0xff, 0, 8));
    const {code, message} = await errorOf(geometryOf(url));
    expect(code).to.equal('decoder-failed');
    expect(message).to.contain('/bufferViews/0').and.contain('meshopt').and.contain(url);
  });

  const contradictions: [what: string, change: Record<string, unknown>, says: string][] = [
    ['a mode that does not exist', {mode: 'SQUEEZED'}, '/mode'],
    ['a filter that does not exist', {filter: 'constructor'}, '/filter'],
    ['a filter for other elements', {filter: 'QUATERNION'}, '12 bytes'],
    ['a stride that ATTRIBUTES do not take', {byteStride: 10}, '10 bytes'],
    ['data beyond their buffer', {byteLength: 9999}, 'reaches beyond'],
    ['a buffer that is not there', {buffer: 7}, '/buffer'],
    ['fewer elements than the view has room for', {count: 4}, '/count'],
  ];
  for (const [what, change, says] of contradictions) {
    it(`refuses ${what}`, async () => {
      const url = await meshoptCube(undefined, ({bufferViews}) => {
        const [view] = bufferViews;
        if (view) view['extensions'] = {EXT_meshopt_compression: {...extensionIn(view), ...change}};
      });
      const {code, message} = await errorOf(geometryOf(url));
      expect(code).to.equal('model-invalid');
      expect(message).to.contain(says);
    });
  }

  it('takes plain data where the file has them, too', async () => {
    const url = await meshoptCube(undefined, (json, bytes) => {
      bytes.fill(0xff);
      const buffers = json['buffers'] as Record<string, unknown>[];
      const plain = new Uint8Array(168);
      plain.set([0, 0, 128, 63]);
      buffers[1] = {...buffers[1], uri: `data:application/octet-stream;base64,${btoa(String.fromCharCode(...plain))}`};
    });
    expect((await geometryOf(url)).positions.slice(0, 3)).to.deep.equal([1, 0, 0]);
  });
});

function extensionIn(view: Record<string, unknown>): object {
  const {EXT_meshopt_compression: extension} = view['extensions'] as Record<string, object>;
  return extension ?? {};
}

function trianglesOf(indices: readonly number[]): string[] {
  return indices
    .flatMap((first, at) => {
      if (at % 3 !== 0) return [];
      const corners = [first, indices[at + 1] ?? NaN, indices[at + 2] ?? NaN];
      const start = corners.indexOf(Math.min(...corners));
      return [[...corners.slice(start), ...corners.slice(0, start)].join()];
    })
    .sort();
}
