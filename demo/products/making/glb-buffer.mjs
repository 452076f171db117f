/** Texture coordinates of `shares` are stored as shares of so many metres, so that they fit 16 bits. */
export const uvSpanM = 4;

/** The binary part of a GLB: each method stores numbers and gives the index of their accessor. */
export class GlbBuffer {
  /** glTF's accessors and buffer views. */
  accessors = [];
  bufferViews = [];
  #chunks = [];
  #size = 0;

  /** All bytes so far. */
  get bytes() {
    return Buffer.concat(this.#chunks);
  }

  /** Numbers in full. */
  floats(values, type, hasBounds) {
    const array = Float32Array.from(values);
    const accessor = {bufferView: this.view(array, 34962), componentType: 5126, count: count(array, type), type};
    return this.#accessor(hasBounds ? {...accessor, ...bounds(array, 3)} : accessor);
  }

  /** Points with parts in -1..1, padded to 8 bytes as glTF asks. */
  points(values) {
    const array = new Int16Array((values.length / 3) * 4);
    const packed = new Int16Array(values.length);
    values.forEach((value, i) => {
      packed[i] = Math.round(Math.max(-1, Math.min(1, value)) * 32767);
      array[Math.floor(i / 3) * 4 + (i % 3)] = packed[i];
    });
    return this.#accessor({
      bufferView: this.view(array, 34962, 8),
      componentType: 5122,
      normalized: true,
      count: values.length / 3,
      type: 'VEC3',
      ...bounds(packed, 3),
    });
  }

  /** Directions, padded to 4 bytes. */
  directions(values) {
    const array = new Int8Array((values.length / 3) * 4);
    values.forEach((value, i) => (array[Math.floor(i / 3) * 4 + (i % 3)] = Math.round(value * 127)));
    return this.#accessor({
      bufferView: this.view(array, 34962, 4),
      componentType: 5120,
      normalized: true,
      count: values.length / 3,
      type: 'VEC3',
    });
  }

  /** Shares of light, as what a vertex multiplies its colour with. */
  greys(values) {
    const array = Uint8Array.from(
      values.flatMap((value) => [value, value, value, 1]),
      (value) => Math.round(value * 255),
    );
    return this.#accessor({
      bufferView: this.view(array, 34962),
      componentType: 5121,
      normalized: true,
      count: values.length,
      type: 'VEC4',
    });
  }

  /** Texture coordinates, moved by whole metres into 0..1. */
  shares(values) {
    const low = [0, 1].map((axis) => {
      const least = values.reduce((least, value, i) => (i % 2 === axis ? Math.min(least, value) : least), 0);
      return Math.floor(least * uvSpanM) / uvSpanM;
    });
    const array = Uint16Array.from(values, (value, i) => {
      const share = value - low[i % 2];
      if (share > 1) throw new Error(`A surface is larger than ${uvSpanM} m on its texture.`);
      return Math.round(share * 65535);
    });
    return this.#accessor({
      bufferView: this.view(array, 34962),
      componentType: 5123,
      normalized: true,
      count: values.length / 2,
      type: 'VEC2',
    });
  }

  /** Corners of triangles. */
  indices(values) {
    const isSmall = values.every((value) => value < 65535);
    const array = isSmall ? Uint16Array.from(values) : Uint32Array.from(values);
    return this.#accessor({
      bufferView: this.view(array, 34963),
      componentType: isSmall ? 5123 : 5125,
      count: values.length,
      type: 'SCALAR',
    });
  }

  #accessor(accessor) {
    return this.accessors.push(accessor) - 1;
  }

  /** Stores bytes as they are and gives the index of their buffer view. */
  view(array, target = null, byteStride = null) {
    const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    const view = {buffer: 0, byteOffset: this.#size, byteLength: bytes.length};
    if (byteStride) view.byteStride = byteStride;
    if (target) view.target = target;
    this.#append(bytes);
    return this.bufferViews.push(view) - 1;
  }

  #append(bytes) {
    const padding = (4 - (bytes.length % 4)) % 4;
    this.#chunks.push(bytes, Buffer.alloc(padding));
    this.#size += bytes.length + padding;
  }
}

const count = (array, type) => array.length / (type === 'VEC3' ? 3 : 2);

function bounds(array, width) {
  const min = Array(width).fill(Infinity);
  const max = Array(width).fill(-Infinity);
  array.forEach((value, i) => {
    min[i % width] = Math.min(min[i % width], value);
    max[i % width] = Math.max(max[i % width], value);
  });
  return {min, max};
}
