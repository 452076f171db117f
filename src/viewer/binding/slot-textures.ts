import {
  LinearFilter,
  LinearMipmapLinearFilter,
  NoColorSpace,
  RepeatWrapping,
  SRGBColorSpace,
  type Texture,
} from 'three';
import type {TextureSlot} from './texture-slots.js';
import type {TransformWish} from './wishes.js';

/**
 * Textures as a slot wants them: another picture that is laid on as the file's was, or the file's own laid on otherwise.
 * Copies share their picture's memory on the GPU and stay ready for as long as the picture is kept.
 */
export class SlotTextures {
  readonly #maxAnisotropy: number;
  readonly #copies = new Map<Texture, Map<string, Texture>>();

  constructor(maxAnisotropy: number) {
    this.#maxAnisotropy = maxAnisotropy;
  }

  /**
   * @param key Names material and slot.
   * @param file What the file has in this slot.
   * @param picture What is to be seen there; it stays as it is.
   */
  dress(
    key: string,
    slot: TextureSlot,
    file: Texture | null,
    picture: Texture | undefined,
    transform: TransformWish | undefined,
  ): Texture | null {
    const base = picture ?? file;
    if (!base || (!picture && !transform)) return file;
    let copies = this.#copies.get(base);
    if (!copies) this.#copies.set(base, (copies = new Map<string, Texture>()));
    let copy = copies.get(key);
    if (!copy) {
      copy = copyOf(base);
      copy.colorSpace = slot.srgb ? SRGBColorSpace : NoColorSpace;
      copy.flipY = false;
      copy.wrapS = file?.wrapS ?? RepeatWrapping;
      copy.wrapT = file?.wrapT ?? RepeatWrapping;
      copy.magFilter = file?.magFilter ?? LinearFilter;
      copy.minFilter = file?.minFilter ?? LinearMipmapLinearFilter;
      copy.channel = file?.channel ?? 0;
      copy.anisotropy = file?.anisotropy ?? this.#maxAnisotropy;
      copies.set(key, copy);
    }
    layOn(copy, file, transform);
    return copy;
  }

  /** Frees the copies of a picture. */
  drop(picture: Texture): void {
    for (const copy of this.#copies.get(picture)?.values() ?? []) copy.dispose();
    this.#copies.delete(picture);
  }

  dispose(): void {
    for (const picture of [...this.#copies.keys()]) this.drop(picture);
  }
}

function copyOf(texture: Texture): Texture {
  const {version} = texture.source;
  const copy = texture.clone();
  // Cloning asks for another upload of what may be on the GPU already.
  texture.source.version = version;
  return copy;
}

function layOn(texture: Texture, file: Texture | null, transform: TransformWish | undefined): void {
  const [u, v] = transform?.offset ?? [file?.offset.x ?? 0, file?.offset.y ?? 0];
  const [width, height] = transform?.scale ?? [file?.repeat.x ?? 1, file?.repeat.y ?? 1];
  texture.offset.set(u ?? 0, v ?? 0);
  texture.repeat.set(width ?? 1, height ?? 1);
  texture.rotation = transform?.rotation ?? file?.rotation ?? 0;
  // glTF scales, then turns; three would turn, then scale.
  texture.matrixAutoUpdate = false;
  const cosine = Math.cos(texture.rotation);
  const sine = Math.sin(texture.rotation);
  const {x, y} = texture.repeat;
  texture.matrix.set(x * cosine, y * sine, texture.offset.x, -x * sine, y * cosine, texture.offset.y, 0, 0, 1);
}
