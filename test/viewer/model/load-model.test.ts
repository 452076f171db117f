import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {disposeModel} from '../../../src/viewer/model/dispose-model.js';
import {leaseModel} from '../../../src/viewer/model/model-cache.js';
import {fetchModel} from '../../../src/viewer/model/model-file.js';
import {parseModel} from '../../../src/viewer/model/parse-model.js';
import {cubeBytes, cubeJson, cubeUrl, packGlb, urlOf} from '../support/glb.js';

async function load(url: string): Promise<void> {
  disposeModel(await parseModel('m', await fetchModel(url, {})));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof TwikError)) throw error;
    expect(error.message).not.to.contain('undefined');
    return error.code;
  }
}

const cube = packGlb(cubeJson());
const text = (value: string) => new TextEncoder().encode(value);

const files: {what: string; bytes: Uint8Array<ArrayBuffer>; type?: string; code: string}[] = [
  {what: 'a cube', bytes: cube, code: 'none'},
  {what: 'a page', bytes: text('<!doctype html><title>Not found</title>'), type: 'text/html', code: 'model-not-gltf'},
  {what: 'nothing', bytes: text(''), code: 'model-not-gltf'},
  {what: 'a ZIP archive', bytes: text('PK\u0003\u0004'), code: 'model-not-gltf'},
  {what: 'a GLB that ends in its JSON', bytes: cube.slice(0, 100), code: 'model-truncated'},
  {what: 'a GLB that ends in its data', bytes: cube.slice(0, cube.length - 10), code: 'model-truncated'},
  {what: 'a GLB that ends in its header', bytes: cube.slice(0, 10), code: 'model-truncated'},
  {what: 'broken JSON', bytes: text('{"asset": {"version": "2.0"'), code: 'model-invalid'},
  {what: 'a GLB without data', bytes: packGlb(cubeJson(), null), code: 'model-invalid'},
];

describe('loading a model', () => {
  for (const {what, bytes, type = 'model/gltf-binary', code} of files) {
    it(code === 'none' ? `reads ${what}` : `says ${code} for ${what}`, async () => {
      expect(await codeOf(load(urlOf(bytes, type)))).to.equal(code);
    });
  }

  it('says model-not-found where there is no file', async () => {
    expect(await codeOf(load(new URL('/no/such.glb', location.href).href))).to.equal('model-not-found');
  });

  it('says model-unreachable where nobody answers', async () => {
    expect(await codeOf(load('http://127.0.0.1:1/chair.glb'))).to.equal('model-unreachable');
  });

  it('refuses indices that point beyond the vertices', async () => {
    const bytes = cubeBytes();
    bytes.set([200, 0], 96);
    expect(await codeOf(load(urlOf(packGlb(cubeJson(), bytes))))).to.equal('model-invalid');
  });

  it('says model-empty when the scene holds no mesh', async () => {
    expect(await codeOf(load(cubeUrl((json) => (json['scenes'] = [{nodes: []}]))))).to.equal('model-empty');
  });

  it('tells of a picture that cannot be decoded, and goes on without it', async () => {
    const url = cubeUrl((json) => {
      json['images'] = [{uri: 'data:image/png;base64,AAAA'}];
      json['textures'] = [{source: 0}];
      json.materials[0] = {pbrMetallicRoughness: {baseColorTexture: {index: 0}}};
    });
    const issues: string[] = [];
    const model = await parseModel('m', await fetchModel(url, {}), {onIssue: ({code}) => issues.push(code)});
    expect(issues).to.deep.equal(['texture-invalid']);
    disposeModel(model);
  });

  it('says nothing of pictures that nobody wants any more', async () => {
    const url = cubeUrl((json) => {
      json['images'] = [{uri: new URL('/no/such.png', location.href).href}];
      json['textures'] = [{source: 0}];
      json.materials[0] = {pbrMetallicRoughness: {baseColorTexture: {index: 0}}};
    });
    const issues: string[] = [];
    const model = await parseModel('m', await fetchModel(url, {}), {
      onIssue: ({code}) => issues.push(code),
      signal: AbortSignal.abort(),
    });
    expect(issues).to.deep.equal([]);
    disposeModel(model);
  });

  it('hides what the file itself hides', async () => {
    const url = cubeUrl((json) => {
      json.nodes.push({name: 'Ghost', mesh: 0, extensions: {KHR_node_visibility: {visible: false}}});
      json['scenes'] = [{nodes: [0, 1]}];
    });
    const {root} = await parseModel('m', await fetchModel(url, {}));
    expect(root.children.map(({name, visible}) => `${name} ${visible}`)).to.deep.equal(['Cube true', 'Ghost false']);
  });

  it('gives each caller objects of its own', async () => {
    const file = await fetchModel(cubeUrl(), {});
    const [first, second] = [await parseModel('a', file), await parseModel('b', file)];
    expect(first.root).not.to.equal(second.root);
    expect(await first.gltf.parser.getDependency('material', 0)).not.to.equal(
      await second.gltf.parser.getDependency('material', 0),
    );
  });

  it('reports how far it is, up to the whole', async () => {
    const shares: number[] = [];
    await fetchModel(cubeUrl(), {onProgress: (share) => shares.push(share)});
    expect(shares.at(-1)).to.equal(1);
    expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
  });
});

describe('leaseModel', () => {
  it('fetches a file once for all who hold it', async () => {
    const url = cubeUrl();
    const [first, second] = [leaseModel(url), leaseModel(url)];
    expect(await first.file).to.equal(await second.file);
    first.release();
    first.release();
    const third = leaseModel(url);
    expect(await third.file).to.equal(await second.file);
    second.release();
    third.release();
    const later = leaseModel(url);
    expect(await later.file).not.to.equal(await third.file);
    later.release();
  });

  it('ends the transfer when nobody wants it any more', async () => {
    const lease = leaseModel(cubeUrl());
    lease.release();
    const error: unknown = await lease.file.catch((reason: unknown) => reason);
    expect(error).to.have.property('name', 'AbortError');
  });

  it('tries again after a failure', async () => {
    const url = new URL('/no/such-either.glb', location.href).href;
    const first = leaseModel(url);
    await first.file.catch(() => undefined);
    const second = leaseModel(url);
    expect(second.file).not.to.equal(first.file);
    await second.file.catch(() => undefined);
  });
});
