import {GlbBuffer, uvSpanM} from './glb-buffer.mjs';
import {rgb} from './picture.mjs';

const linear = (byte) => {
  const c = byte / 255;
  return Number((c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).toFixed(5));
};

/** `#rrggbb` as linear factors. */
export const linearColor = (color) => rgb(color).map(linear);

/** A use of a texture that repeats every so many metres. */
export const tiles = (texture, [width, height], more = {}) => ({
  texture,
  ...more,
  transform: {scale: [uvSpanM / width, uvSpanM / height].map((value) => Number(value.toFixed(6)))},
});

/**
 * @typedef {object} Primitive
 * @property {import('./surface.mjs').Surface} surface
 * @property {string} material
 * @property {Record<string, string>} [variants] Material by variant.
 *
 * @typedef {object} Node
 * @property {string} name
 * @property {Primitive[]} [mesh]
 * @property {boolean} [isFine] Store the mesh in 16 bits. The node then has a scale of its own: bind none, add no children.
 * @property {number[]} [uvUnitM] Store uvs as shares of this instead of 4 m; not with `isFine`.
 * @property {number[]} [translation]
 * @property {number[]} [rotation]
 * @property {boolean} [visible]
 * @property {Node[]} [children]
 *
 * @typedef {object} Model
 * @property {string} name
 * @property {{name: string, bytes: Buffer}[]} [textures] WebP images that repeat.
 * @property {object[]} materials
 * @property {string[]} [variants]
 * @property {Node[]} nodes
 */

/** Writes a model as GLB. The same model gives the same bytes. */
export function writeGlb(/** @type {Model} */ model) {
  const writer = new GlbWriter();
  return writer.write(model);
}

class GlbWriter {
  #buffer = new GlbBuffer();
  #extensions = new Set();
  #required = new Set();
  #surfaces = new Map();
  #json = {
    asset: {version: '2.0', generator: 'Twik demo products'},
    scene: 0,
    scenes: [],
    nodes: [],
    meshes: [],
    materials: [],
  };

  write({name, textures = [], materials, variants = [], nodes}) {
    const json = this.#json;
    if (variants.length > 0) {
      json.extensions = {KHR_materials_variants: {variants: variants.map((variant) => ({name: variant}))}};
      this.#extensions.add('KHR_materials_variants');
    }
    const textureIndex = new Map(textures.map((texture, i) => [texture.name, i]));
    const materialIndex = new Map(materials.map((material, i) => [material.name, i]));
    json.materials = materials.map((material) => this.#material(material, textureIndex));
    json.scenes = [{name, nodes: nodes.map((node) => this.#node(node, {materialIndex, variants}))}];
    if (textures.length > 0) this.#textures(textures);
    if (this.#extensions.size > 0) json.extensionsUsed = [...this.#extensions].sort();
    if (this.#required.size > 0) json.extensionsRequired = [...this.#required].sort();
    const binary = this.#buffer.bytes;
    const {accessors, bufferViews} = this.#buffer;
    return pack({...json, accessors, bufferViews, buffers: [{byteLength: binary.length}]}, binary);
  }

  #textures(textures) {
    const json = this.#json;
    this.#extensions.add('EXT_texture_webp');
    this.#required.add('EXT_texture_webp');
    json.samplers = [{magFilter: 9729, minFilter: 9987, wrapS: 10497, wrapT: 10497}];
    json.images = textures.map(({name, bytes}) => ({
      name,
      mimeType: 'image/webp',
      bufferView: this.#buffer.view(bytes),
    }));
    json.textures = textures.map(({name}, i) => ({
      name,
      sampler: 0,
      extensions: {EXT_texture_webp: {source: i}},
    }));
  }

  #material(material, textureIndex) {
    const {
      name,
      color = '#ffffff',
      roughness = 1,
      metallic = 0,
      normal,
      colorTexture,
      occlusion,
      extensions = {},
      ...more
    } = material;
    for (const extension of Object.keys(extensions)) this.#extensions.add(extension);
    const use = ({texture, transform, ...rest}) => {
      const info = {index: textureIndex.get(texture), ...rest};
      if (info.index === undefined)
        throw new Error(`Material "${name}" uses texture "${texture}", which is not there.`);
      if (!transform) return info;
      this.#extensions.add('KHR_texture_transform');
      return {...info, extensions: {KHR_texture_transform: transform}};
    };
    return {
      name,
      pbrMetallicRoughness: {
        baseColorFactor: [...linearColor(color), 1],
        metallicFactor: metallic,
        roughnessFactor: roughness,
        ...(colorTexture && {baseColorTexture: use(colorTexture)}),
      },
      ...(normal && {normalTexture: use(normal)}),
      ...(occlusion && {occlusionTexture: use(occlusion)}),
      ...(Object.keys(extensions).length > 0 && {extensions}),
      ...more,
    };
  }

  #node({name, mesh, children = [], visible = true, ...more}, context) {
    const json = this.#json;
    const {isFine = false, uvUnitM = [uvSpanM, uvSpanM], ...placement} = more;
    const node = {name, ...placement};
    const index = json.nodes.push(node) - 1;
    if (mesh) {
      const radius = isFine ? Math.max(...mesh.map(({surface}) => reach(surface))) : 1;
      node.mesh = this.#mesh(name, mesh, {...context, radius, isFine, uvUnitM});
      if (isFine) node.scale = [radius, radius, radius];
    }
    if (!visible) {
      node.extensions = {KHR_node_visibility: {visible: false}};
      this.#extensions.add('KHR_node_visibility');
    }
    if (children.length > 0) node.children = children.map((child) => this.#node(child, context));
    return index;
  }

  #mesh(name, primitives, {materialIndex, variants, radius, isFine, uvUnitM}) {
    const targetNames = primitives[0].surface.targets?.map((target) => target.name) ?? [];
    const mesh = {
      name,
      primitives: primitives.map(({surface, material, variants: byVariant}) => {
        const place = (id) => {
          if (!materialIndex.has(id)) throw new Error(`Mesh "${name}" uses material "${id}", which is not there.`);
          return materialIndex.get(id);
        };
        const primitive = {...this.#surface(surface, radius, isFine, uvUnitM), material: place(material)};
        if (!byVariant) return primitive;
        const mappings = Object.entries(byVariant).map(([variant, id]) => ({
          material: place(id),
          variants: [variants.indexOf(variant)],
        }));
        return {...primitive, extensions: {KHR_materials_variants: {mappings}}};
      }),
    };
    if (targetNames.length > 0) {
      mesh.weights = targetNames.map(() => 0);
      mesh.extras = {targetNames};
    }
    return this.#json.meshes.push(mesh) - 1;
  }

  #surface(surface, radius, isFine, uvUnitM) {
    const known = this.#surfaces.get(surface);
    if (known) return known;
    const {positions, normals, uvs, shades, lights, indices, targets = []} = surface;
    const uv = uvs.map((value, i) => value / uvUnitM[i % 2]);
    if (isFine) {
      this.#extensions.add('KHR_mesh_quantization');
      this.#required.add('KHR_mesh_quantization');
    }
    const primitive = {
      attributes: isFine
        ? {
            POSITION: this.#buffer.points(positions.map((value) => value / radius)),
            NORMAL: this.#buffer.directions(normals),
            TEXCOORD_0: this.#buffer.shares(uv),
          }
        : {
            POSITION: this.#buffer.floats(positions, 'VEC3', true),
            NORMAL: this.#buffer.floats(normals, 'VEC3', false),
            TEXCOORD_0: this.#buffer.floats(uv, 'VEC2', false),
          },
      indices: this.#buffer.indices(indices),
    };
    if (lights) primitive.attributes.COLOR_0 = this.#buffer.greys(lights);
    if (shades) primitive.attributes.TEXCOORD_1 = this.#buffer.shares(shades);
    if (targets.length > 0) {
      primitive.targets = targets.map((target) => ({POSITION: this.#buffer.floats(target.positions, 'VEC3', true)}));
    }
    this.#surfaces.set(surface, primitive);
    return primitive;
  }
}

/** The file: a header, the JSON, and the bytes that it describes. */
function pack(json, binary) {
  const text = Buffer.from(JSON.stringify(json));
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, ' ')]);
  const word = (...values) => Buffer.from(Uint32Array.from(values).buffer);
  return Buffer.concat([
    word(0x46546c67, 2, 12 + 8 + padded.length + 8 + binary.length),
    word(padded.length, 0x4e4f534a),
    padded,
    word(binary.length, 0x004e4942),
    binary,
  ]);
}

const reach = ({positions}) => positions.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
