import {Document, type Material, type Node, type TypedArray} from '@gltf-transform/core';
import {KHRMaterialsVariants} from '@gltf-transform/extensions';
import sharp from 'sharp';
import {createModelIo} from '../../src/assets/model-io.js';

/** A model to build tests upon: two boards side by side, one of which is bound in some tests, and spare things. */
export class TestModel {
  readonly document = new Document();
  readonly scene = this.document.createScene('Scene');
  readonly #buffer = this.document.createBuffer();

  constructor() {
    this.document.getRoot().setDefaultScene(this.scene);
  }

  material(name: string): Material {
    return this.document.createMaterial(name);
  }

  /** Makes a flat board of so many squares a side, 1 m by 1 m. */
  board(name: string, material: Material, {side = 24, scale = 1, targets = [] as readonly string[]} = {}): Node {
    const positions: number[] = [];
    const normals: number[] = [];
    const uvs: number[] = [];
    const indices: number[] = [];
    for (let row = 0; row <= side; row++) {
      for (let column = 0; column <= side; column++) {
        const [u, v] = [column / side, row / side];
        positions.push(u * scale, v * scale, Math.sin(u * 9) * 0.05 * scale);
        normals.push(0, 0, 1);
        uvs.push(u, v);
        if (row === side || column === side) continue;
        const at = row * (side + 1) + column;
        indices.push(at, at + 1, at + side + 1, at + 1, at + side + 2, at + side + 1);
      }
    }
    const primitive = this.document
      .createPrimitive()
      .setMaterial(material)
      .setIndices(this.#accessor('SCALAR', new Uint32Array(indices)))
      .setAttribute('POSITION', this.#accessor('VEC3', new Float32Array(positions)))
      .setAttribute('NORMAL', this.#accessor('VEC3', new Float32Array(normals)))
      .setAttribute('TEXCOORD_0', this.#accessor('VEC2', new Float32Array(uvs)));
    const mesh = this.document.createMesh(name).addPrimitive(primitive);
    for (const target of targets) {
      const deltas = new Float32Array(positions.map((value, at) => (at % 3 === 0 ? value : 0)));
      primitive.addTarget(
        this.document.createPrimitiveTarget(target).setAttribute('POSITION', this.#accessor('VEC3', deltas)),
      );
    }
    if (targets.length > 0) mesh.setExtras({targetNames: [...targets]}).setWeights(targets.map(() => 0));
    const node = this.document.createNode(name).setMesh(mesh);
    this.scene.addChild(node);
    return node;
  }

  /** Makes a picture of noise, which no codec makes small for nothing. */
  async texture(name: string, width: number, height = width) {
    const noise = {type: 'gaussian', mean: 128, sigma: 30} as const;
    const image = await sharp({create: {width, height, channels: 3, background: '#888', noise}})
      .png()
      .toBuffer();
    return this.document.createTexture(name).setMimeType('image/png').setImage(new Uint8Array(image));
  }

  /** Lets every board wear another material in a variant. */
  variant(name: string, material: Material): void {
    const extension = this.document.createExtension(KHRMaterialsVariants);
    const variant = extension.createVariant(name);
    for (const mesh of this.document.getRoot().listMeshes()) {
      for (const primitive of mesh.listPrimitives()) {
        const mapping = extension.createMapping().setMaterial(material).addVariant(variant);
        primitive.setExtension('KHR_materials_variants', extension.createMappingList().addMapping(mapping));
      }
    }
  }

  async bytes(): Promise<Uint8Array> {
    return (await createModelIo()).writeBinary(this.document);
  }

  #accessor(type: 'SCALAR' | 'VEC2' | 'VEC3', array: TypedArray) {
    return this.document.createAccessor().setType(type).setArray(array).setBuffer(this.#buffer);
  }
}
