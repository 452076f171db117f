import {isItem} from './gltf-reader.js';
import type {GltfItem, GltfReader} from './gltf-reader.js';

/** Checks every index of scenes, nodes, meshes, materials and textures, and that the nodes form a forest. */
export function checkScene(gltf: GltfReader): void {
  const scenes = gltf.top('scenes');
  if (scenes.length === 0) gltf.fail('/scenes', 'is missing, so there is nothing to show');
  gltf.index(gltf.root['scene'], 'scenes', '/scene');
  scenes.forEach((scene, at) => gltf.indexes(scene, 'nodes', 'nodes', `/scenes/${at}`));
  gltf.top('nodes').forEach((node, at) => checkNode(gltf, node, `/nodes/${at}`));
  checkForest(gltf);
  gltf.top('meshes').forEach((mesh, at) => checkMesh(gltf, mesh, `/meshes/${at}`));
  gltf.top('materials').forEach((material, at) => checkMaterial(gltf, material, `/materials/${at}`));
  gltf.top('textures').forEach((texture, at) => checkTexture(gltf, texture, `/textures/${at}`));
  gltf.top('images').forEach((image, at) => {
    const view = gltf.index(image['bufferView'], 'bufferViews', `/images/${at}/bufferView`);
    if (view === null && typeof image['uri'] !== 'string') gltf.fail(`/images/${at}`, 'has neither uri nor bufferView');
  });
  gltf.top('skins').forEach((skin, at) => {
    if (gltf.indexes(skin, 'joints', 'nodes', `/skins/${at}`).length === 0) gltf.fail(`/skins/${at}`, 'has no joints');
    gltf.index(skin['inverseBindMatrices'], 'accessors', `/skins/${at}/inverseBindMatrices`);
  });
}

function checkNode(gltf: GltfReader, node: GltfItem, place: string): void {
  gltf.indexes(node, 'children', 'nodes', place);
  for (const [name, list] of [
    ['mesh', 'meshes'],
    ['camera', 'cameras'],
    ['skin', 'skins'],
  ] as const) {
    gltf.index(node[name], list, `${place}/${name}`);
  }
  for (const [name, size] of [
    ['matrix', 16],
    ['translation', 3],
    ['rotation', 4],
    ['scale', 3],
  ] as const) {
    const value = node[name];
    if (value === undefined) continue;
    const isVector = Array.isArray(value) && value.length === size && value.every((entry) => Number.isFinite(entry));
    if (!isVector) gltf.fail(`${place}/${name}`, `is not ${size} numbers`);
  }
  const instancing = gltf.item(gltf.item(node, 'extensions', place) ?? {}, 'EXT_mesh_gpu_instancing', place);
  const attributes = instancing && gltf.item(instancing, 'attributes', place);
  for (const [name, value] of Object.entries(attributes ?? {}))
    gltf.index(value, 'accessors', `${place} instancing ${name}`);
}

function checkForest(gltf: GltfReader): void {
  const parents = new Map<number, number>();
  gltf.top('nodes').forEach((node, at) => {
    for (const child of gltf.indexes(node, 'children', 'nodes', `/nodes/${at}`)) {
      if (parents.has(child)) gltf.fail(`/nodes/${child}`, 'has two parents');
      parents.set(child, at);
    }
  });
  for (const start of parents.keys()) {
    // With one parent each, a way up that is longer than there are nodes goes round.
    let node: number | undefined = start;
    for (let steps = 0; node !== undefined; steps++) {
      if (steps > parents.size) gltf.fail(`/nodes/${start}`, 'is its own ancestor');
      node = parents.get(node);
    }
  }
}

function checkMesh(gltf: GltfReader, mesh: GltfItem, place: string): void {
  const primitives = gltf.list(mesh, 'primitives', place);
  if (primitives.length === 0) gltf.fail(`${place}/primitives`, 'is missing or empty');
  primitives.forEach((primitive, at) => {
    const here = `${place}/primitives/${at}`;
    const attributes = gltf.item(primitive, 'attributes', here) ?? gltf.fail(`${here}/attributes`, 'is missing');
    const {length} = [...new Set(checkAttributes(gltf, attributes, `${here}/attributes`))];
    if (length > 1) gltf.fail(`${here}/attributes`, 'have different counts');
    gltf.index(primitive['indices'], 'accessors', `${here}/indices`);
    gltf.index(primitive['material'], 'materials', `${here}/material`);
    const mode = gltf.count(primitive, 'mode', here, {fallback: 4});
    if (mode > 6) gltf.fail(`${here}/mode`, 'is not one that glTF has');
    gltf.list(primitive, 'targets', here).forEach((target, index) => {
      checkAttributes(gltf, target, `${here}/targets/${index}`);
    });
  });
}

/** Returns how many elements each has. */
function checkAttributes(gltf: GltfReader, attributes: GltfItem, place: string): number[] {
  return Object.entries(attributes).map(([name, value]) => {
    const accessor = gltf.index(value, 'accessors', `${place}/${name}`) ?? gltf.fail(`${place}/${name}`, 'is missing');
    return Number(gltf.top('accessors')[accessor]?.['count']);
  });
}

/** Every `…Texture` of a material, at any depth: extensions have them, too. */
function checkMaterial(gltf: GltfReader, owner: GltfItem, place: string): void {
  for (const [name, value] of Object.entries(owner)) {
    if (name === 'extras' || !isItem(value)) continue;
    const here = `${place}/${name}`;
    if (name.endsWith('Texture') && gltf.index(value['index'], 'textures', `${here}/index`) === null) {
      gltf.fail(`${here}/index`, 'is missing');
    }
    checkMaterial(gltf, value, here);
  }
}

function checkTexture(gltf: GltfReader, texture: GltfItem, place: string): void {
  gltf.index(texture['source'], 'images', `${place}/source`);
  gltf.index(texture['sampler'], 'samplers', `${place}/sampler`);
  for (const [name, extension] of Object.entries(gltf.item(texture, 'extensions', place) ?? {})) {
    if (isItem(extension)) gltf.index(extension['source'], 'images', `${place}/extensions/${name}/source`);
  }
}
