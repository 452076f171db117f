import {DataTexture, RepeatWrapping, type Texture} from 'three';
import type {TextureSlot} from './texture-slots.js';

const texels = {white: [255, 255, 255, 255], normal: [128, 128, 255, 255]};

/** Textures of one texel that fill a slot and leave the picture as it is. */
export class NeutralTextures {
  readonly #textures = new Map<string, Texture>();

  /** @param texCoord The UV set, which is part of the shader. */
  for({neutral}: TextureSlot, texCoord: number): Texture {
    const key = `${neutral} ${texCoord}`;
    let texture = this.#textures.get(key);
    if (!texture) {
      texture = new DataTexture(new Uint8Array(texels[neutral]), 1, 1);
      texture.name = `twik:neutral-${neutral}`;
      texture.wrapS = texture.wrapT = RepeatWrapping;
      texture.channel = texCoord;
      texture.needsUpdate = true;
      this.#textures.set(key, texture);
    }
    return texture;
  }

  dispose(): void {
    for (const texture of this.#textures.values()) texture.dispose();
    this.#textures.clear();
  }
}
