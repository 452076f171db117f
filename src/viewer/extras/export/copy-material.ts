import {LineBasicMaterial, MeshBasicMaterial, MeshPhysicalMaterial, PointsMaterial, Texture} from 'three';
import type {Material, WebGLRenderer} from 'three';
import {copyTexture} from './copy-texture.js';
import {ownData} from './own-data.js';

/** A material to be written, and the UV sets that its textures use. */
export interface CopiedMaterial {
  readonly material: Material;
  readonly channels: ReadonlySet<number>;
}

/** Copies materials as they are worn now, each once, with textures as files. */
export class MaterialCopies {
  readonly #renderer: WebGLRenderer;
  readonly #largestSide: number;
  readonly #materials = new Map<Material, CopiedMaterial>();
  readonly #textures = new Map<Texture, Map<string, Texture>>();

  /** By UV set. */
  readonly #flats = new Map<number, Texture>();

  constructor(renderer: WebGLRenderer, largestSide: number) {
    this.#renderer = renderer;
    this.#largestSide = largestSide;
  }

  of(material: Material): CopiedMaterial {
    let copied = this.#materials.get(material);
    if (!copied) this.#materials.set(material, (copied = this.#copy(material)));
    return copied;
  }

  dispose(): void {
    for (const {material} of this.#materials.values()) material.dispose();
    for (const types of this.#textures.values()) for (const texture of types.values()) texture.dispose();
  }

  #copy(material: Material): CopiedMaterial {
    const copy = plain(material);
    copy.name = material.name;
    copy.userData = ownData(material);
    const channels = new Set<number>();
    for (const [key, value] of Object.entries(copy)) {
      if (!(value instanceof Texture)) continue;
      // It fills a slot so that a later choice compiles nothing, and is not seen.
      if (value.name.startsWith('twik:neutral-')) {
        Reflect.set(copy, key, null);
        continue;
      }
      Reflect.set(copy, key, this.#texture(value, typeFor(value, copy)));
      channels.add(value.channel);
    }
    // glTF makes tangents from a normal map, and wants one wherever tangents have a use.
    if (copy instanceof MeshPhysicalMaterial && (copy.clearcoatNormalMap !== null || copy.anisotropy > 0)) {
      if (!copy.normalMap) {
        copy.normalMap = this.#flat(copy.clearcoatNormalMap ?? copy.anisotropyMap);
        // A byte cannot hold a flat normal quite.
        copy.normalScale.set(0, 0);
      }
      channels.add(copy.normalMap.channel);
    }
    return {material: copy, channels};
  }

  /** A normal map that changes nothing, laid on like another texture. */
  #flat(like: Texture | null): Texture {
    const channel = like?.channel ?? 0;
    let flat = this.#flats.get(channel);
    if (!flat) this.#flats.set(channel, (flat = flatTexture(channel)));
    return flat;
  }

  #texture(texture: Texture, type: string): Texture {
    let types = this.#textures.get(texture);
    if (!types) this.#textures.set(texture, (types = new Map<string, Texture>()));
    let copy = types.get(type);
    if (!copy) types.set(type, (copy = copyTexture(texture, type, this.#renderer, this.#largestSide)));
    return copy;
  }
}

function flatTexture(channel: number): Texture {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#8080ff';
    context.fillRect(0, 0, 1, 1);
  }
  const texture = new Texture(canvas);
  texture.flipY = false;
  texture.channel = channel;
  texture.userData = {mimeType: 'image/png'};
  return texture;
}

/** Points and lines have no light on them, as three draws them; the exporter wants them to be meshes' materials. */
function plain(material: Material): Material {
  if (!(material instanceof LineBasicMaterial || material instanceof PointsMaterial)) return material.clone();
  const {color, opacity, transparent, alphaTest, vertexColors, map} = material;
  return new MeshBasicMaterial({color: color.clone(), opacity, transparent, alphaTest, vertexColors, map});
}

/** Formats that everything reads: JPEG is small, PNG keeps data and transparency. */
function typeFor({userData, colorSpace}: Texture, {transparent, alphaTest}: Material): string {
  const isOpaqueColor = colorSpace === 'srgb' && !transparent && alphaTest === 0;
  const wasJpeg = userData['mimeType'] === 'image/jpeg';
  const wasPng = userData['mimeType'] === 'image/png';
  return wasJpeg || (isOpaqueColor && !wasPng) ? 'image/jpeg' : 'image/png';
}
