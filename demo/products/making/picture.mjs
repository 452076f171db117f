import sharp from 'sharp';

/** Colour `#rrggbb` as three numbers 0..255. */
export const rgb = (color) => [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));

/** A field of numbers, made by a function of the pixel's middle in 0..1; row 0 is v = 0. */
export function field(width, height, at) {
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) values[y * width + x] = at((x + 0.5) / width, (y + 0.5) / height, x, y);
  }
  return {width, height, values};
}

/** Pixels in RGB, from a function of the pixel that gives three numbers 0..255. */
export function pixels(width, height, at) {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = at((x + 0.5) / width, (y + 0.5) / height, x, y);
      for (let i = 0; i < 3; i++) data[(y * width + x) * 3 + i] = Math.min(255, Math.max(0, Math.round(color[i])));
    }
  }
  return {width, height, data};
}

/**
 * The normal map of a height field that tiles.
 *
 * @param {{width: number, height: number, values: Float32Array}} heights
 * @param {{strengthX: number, strengthY: number}} options Height over the width of a pixel.
 */
export function normalsOf({width, height, values}, {strengthX, strengthY}) {
  const at = (x, y) => values[((y + height) % height) * width + ((x + width) % width)];
  return pixels(width, height, (_u, _v, x, y) => {
    const dx = (at(x - 1, y) - at(x + 1, y)) * strengthX;
    // glTF's green points up while rows run down.
    const dy = (at(x, y + 1) - at(x, y - 1)) * strengthY;
    const length = Math.hypot(dx, dy, 1);
    return [dx, dy, 1].map((c) => (c / length) * 127.5 + 127.5);
  });
}

/** A field seen as greys: `from` is black, `to` is white. */
export function greys({width, height, values}, from, to) {
  return pixels(width, height, (_u, _v, x, y) => {
    const grey = ((values[y * width + x] - from) / (to - from)) * 255;
    return [grey, grey, grey];
  });
}

const image = ({width, height, data}) => sharp(data, {raw: {width, height, channels: 3}});

/** As lossy WebP; the encoder runs on one thread's order, so the bytes are the same each time. */
export const webp = (picture, quality = 80) =>
  image(picture).webp({quality, effort: 5, smartSubsample: true}).toBuffer();

/** A square cut from the picture's corner, brought to 128 pixels, tinted, as WebP. */
export function swatch(picture, {side = 256, tint = '#ffffff'} = {}) {
  const [r, g, b] = rgb(tint).map((c) => c / 255);
  return image(picture)
    .extract({left: 0, top: 0, width: side, height: side})
    .linear([r, g, b], [0, 0, 0])
    .resize(128, 128, {kernel: 'mitchell'})
    .webp({quality: 82, effort: 5})
    .toBuffer();
}

/** A WebP picture at half its width and height. */
export async function halve(bytes) {
  const {width, height} = await sharp(bytes).metadata();
  return sharp(bytes)
    .resize(width / 2, height / 2)
    .webp({quality: 82, effort: 5, smartSubsample: true})
    .toBuffer();
}
