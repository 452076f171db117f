import {expect} from '@open-wc/testing';
import {unpackModel} from '../../../src/viewer/decoding/index.js';
import {checkModel} from '../../../src/viewer/model/model-file.js';
import {readContainer} from '../../../src/viewer/model/read-container.js';
import {cubeUrl} from '../support/glb.js';
import {dracoBytes, dracoCube} from './pack.js';
import {errorOf, geometryOf} from './support.js';

type Primitive = Record<string, unknown>;

/** A Draco cube whose only primitive is changed. */
const changed = (change: (primitive: Primitive) => void) =>
  dracoCube(({meshes}) => {
    const [primitive] = meshes[0]?.['primitives'] as Primitive[];
    if (primitive) change(primitive);
  });
const withExtension = (extension: object) =>
  changed((primitive) => (primitive['extensions'] = {KHR_draco_mesh_compression: extension}));

describe('Draco', () => {
  it('unpacks a mesh', async () => {
    expect(await geometryOf(dracoCube())).to.deep.equal(await geometryOf(cubeUrl()));
  });

  it('gives triangles where the file says strips', async () => {
    const {indices} = await geometryOf(changed((primitive) => (primitive['mode'] = 5)));
    expect(indices).to.deep.equal((await geometryOf(cubeUrl())).indices);
  });

  it('unpacks numbers into the type that the file says, padded to four bytes', async () => {
    const bytes = dracoBytes();
    const narrow = Uint8Array.of(...bytes.slice(0, 53), 2, 3, 0, 7, 0, ...Array.from({length: 24}, (_, at) => at));
    const {positions} = await geometryOf(
      dracoCube(({accessors}) => (accessors[0] = {...accessors[0], componentType: 5121}), narrow),
    );
    expect(positions).to.deep.equal(Array.from({length: 24}, (_, at) => at));
  });

  it('unpacks once for each primitive that shares an accessor', async () => {
    const url = dracoCube(({meshes}) => {
      const primitives = meshes[0]?.['primitives'] as Primitive[];
      primitives.push({...primitives[0]});
    });
    expect((await geometryOf(url)).positions).to.have.lengthOf(24);
  });

  it('takes plain data where the file has them, too', async () => {
    const url = cubeUrl((json) => {
      json['extensionsUsed'] = ['KHR_draco_mesh_compression'];
      const [primitive] = json.meshes[0]?.['primitives'] as Primitive[];
      if (primitive) primitive['extensions'] = {KHR_draco_mesh_compression: {bufferView: 0, attributes: {POSITION: 7}}};
    });
    expect(await geometryOf(url)).to.deep.equal(await geometryOf(cubeUrl()));
  });

  const broken: [what: string, bytes: Uint8Array][] = [
    ['something else', new Uint8Array(64).fill(65)],
    ['data that are cut short', dracoBytes().slice(0, 80)],
    ['almost nothing', dracoBytes().slice(0, 6)],
  ];
  for (const [what, bytes] of broken) {
    it(`says that ${what} cannot be unpacked, and where`, async () => {
      const {code, message} = await errorOf(geometryOf(dracoCube(undefined, bytes)));
      expect(code).to.equal('decoder-failed');
      expect(message).to.contain('/meshes/0/primitives/0').and.contain('Draco');
    });
  }

  it('is called off without a word about the data', async () => {
    const bytes = await (await fetch(dracoCube())).arrayBuffer();
    const {json, binary} = readContainer(bytes, 'cube.glb', '');
    const work = unpackModel(checkModel(json, 'cube.glb'), [binary], AbortSignal.abort());
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(error).to.have.property('name', 'AbortError');
  });

  it('unpacks the next file after a broken one', async () => {
    await errorOf(geometryOf(dracoCube(undefined, dracoBytes().slice(0, 80))));
    expect((await geometryOf(dracoCube())).positions).to.have.lengthOf(24);
  });

  const contradictions: [what: string, url: () => string, says: string][] = [
    ['data of another size', () => dracoCube(({accessors}) => (accessors[0]!['count'] = 9)), 'another POSITION'],
    ['a view that is not there', () => withExtension({bufferView: 7, attributes: {POSITION: 7}}), 'bufferViews/7'],
    ['no attributes', () => withExtension({bufferView: 0}), '/attributes'],
    [
      'an attribute that the mesh lacks',
      () => withExtension({bufferView: 0, attributes: {POSITION: 7, NORMAL: 8}}),
      'no attribute',
    ],
  ];
  for (const [what, url, says] of contradictions) {
    it(`refuses ${what}`, async () => {
      const {code, message} = await errorOf(geometryOf(url()));
      expect(code).to.equal('model-invalid');
      expect(message).to.contain(says);
    });
  }

  it('refuses an attribute that the data lack', async () => {
    const {code, message} = await errorOf(geometryOf(withExtension({bufferView: 0, attributes: {POSITION: 6}})));
    expect(code).to.equal('decoder-failed');
    expect(message).to.contain('attribute 6');
  });
});
