import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {checkModel} from '../../../src/viewer/model/model-file.js';
import {cubeJson} from '../support/glb.js';

type CubeJson = ReturnType<typeof cubeJson>;

function errorOf(change: (json: CubeJson) => void): TwikError {
  const json = cubeJson();
  change(json);
  try {
    checkModel(json, 'chair.glb');
  } catch (error) {
    if (error instanceof TwikError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

const invalid: {what: string; change: (json: CubeJson) => void; says: string}[] = [
  {what: 'no asset', change: (json) => delete json['asset'], says: '/asset/version is missing'},
  {what: 'glTF 1.0', change: (json) => (json['asset'] = {version: '1.0'}), says: 'Twik reads 2.0'},
  {what: 'no scene', change: (json) => delete json['scenes'], says: 'nothing to show'},
  {what: 'a scene that is not there', change: (json) => (json['scene'] = 3), says: '/scene points at scenes/3'},
  {what: 'nodes that are no list', change: (json) => Object.assign(json, {nodes: {}}), says: '/nodes is not a list'},
  {what: 'a node that is null', change: (json) => Object.assign(json, {nodes: [null]}), says: '/nodes/0 is not'},
  {
    what: 'a child out of range',
    change: (json) => (json.nodes[0]!['children'] = [7]),
    says: 'nodes/7, but there are 1',
  },
  {what: 'a negative index', change: (json) => (json.nodes[0]!['mesh'] = -1), says: 'meshes/-1'},
  {what: 'an index that is no number', change: (json) => (json.nodes[0]!['mesh'] = '0'), says: 'meshes/"0"'},
  {what: 'a node that is its own child', change: (json) => (json.nodes[0]!['children'] = [0]), says: 'own ancestor'},
  {
    what: 'nodes in a circle',
    change: (json) => json.nodes.push({children: [2]}, {children: [1]}),
    says: 'is its own ancestor',
  },
  {
    what: 'a node with two parents',
    change: (json) => json.nodes.push({children: [0]}, {children: [0]}),
    says: '/nodes/0 has two parents',
  },
  {what: 'a short matrix', change: (json) => (json.nodes[0]!['matrix'] = [1]), says: '/nodes/0/matrix is not 16'},
  {what: 'a mesh without primitives', change: (json) => (json.meshes[0] = {}), says: '/meshes/0/primitives is missing'},
  {
    what: 'a texture that is not there',
    change: (json) => (json.materials[0]!['normalTexture'] = {index: 0}),
    says: '/materials/0/normalTexture/index points at textures/0',
  },
  {
    what: 'an unknown component type',
    change: (json) => (json.accessors[0]!['componentType'] = 1),
    says: '/accessors/0/componentType',
  },
  {what: 'an empty accessor', change: (json) => (json.accessors[0]!['count'] = 0), says: '/accessors/0/count'},
  {
    what: 'an accessor beyond its view',
    change: (json) => (json.accessors[0]!['count'] = 9),
    says: '/accessors/0 reaches beyond bufferViews/0',
  },
  {
    what: 'a crooked offset',
    change: (json) => (json.accessors[0]!['byteOffset'] = 2),
    says: '/accessors/0/byteOffset is not a multiple of 4',
  },
  {
    what: 'a view beyond its buffer',
    change: (json) => (json.bufferViews[1]!['byteLength'] = 73),
    says: '/bufferViews/1 reaches beyond buffers/0',
  },
  {
    what: 'a view without a buffer',
    change: (json) => delete json.bufferViews[0]!['buffer'],
    says: '/bufferViews/0/buffer is missing',
  },
];

describe('checkModel', () => {
  it('accepts a cube', () => {
    expect(checkModel(cubeJson(), 'chair.glb').top('nodes')).to.have.length(1);
  });

  for (const {what, change, says} of invalid) {
    it(`refuses ${what}, naming file and place`, () => {
      const {code, message} = errorOf(change);
      expect(code).to.equal('model-invalid');
      expect(message).to.contain('chair.glb').and.contain(says);
    });
  }

  const compressions = [
    'KHR_draco_mesh_compression',
    'EXT_meshopt_compression',
    'KHR_meshopt_compression',
    'KHR_texture_basisu',
  ];
  for (const name of compressions) {
    it(`accepts ${name}, which is unpacked later`, () => {
      const json = cubeJson();
      json['extensionsRequired'] = [name];
      expect(() => checkModel(json, 'chair.glb')).not.to.throw();
    });
  }

  it('accepts optional compression that comes with a fallback', () => {
    const json = cubeJson();
    json['extensionsUsed'] = ['KHR_draco_mesh_compression'];
    const [primitive] = json.meshes[0]!['primitives'] as Record<string, unknown>[];
    primitive!['extensions'] = {KHR_draco_mesh_compression: {bufferView: 0}};
    expect(() => checkModel(json, 'chair.glb')).not.to.throw();
  });

  it('names an extension it does not know, and the cure', () => {
    const {code, message} = errorOf((json) => (json['extensionsRequired'] = ['ACME_hologram']));
    expect(code).to.equal('extension-unsupported');
    expect(message).to.contain('ACME_hologram').and.contain('extensionsRequired');
  });
});
