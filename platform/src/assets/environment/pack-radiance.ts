/** What the numbers of a texel cannot exceed: nine bits at the largest exponent. */
export const largestRadiance = 511 * 2 ** 7;

/** Three nine-bit mantissas with one five-bit exponent, as OpenGL's RGB9_E5, for each three floats. */
export function packRadiance(pixels: Float32Array): Uint32Array {
  const words = new Uint32Array(pixels.length / 3);
  for (let index = 0; index < words.length; index++) {
    words[index] = packWord(pixels[index * 3] ?? 0, pixels[index * 3 + 1] ?? 0, pixels[index * 3 + 2] ?? 0);
  }
  return words;
}

function packWord(red: number, green: number, blue: number): number {
  const largest = Math.min(largestRadiance, Math.max(red, green, blue, 2 ** -15));
  let exponent = Math.max(0, Math.floor(Math.log2(largest)) + 16);
  let step = 2 ** (exponent - 24);
  if (Math.round(largest / step) === 512) {
    exponent++;
    step *= 2;
  }
  const mantissa = (value: number) => Math.round(Math.min(largestRadiance, value) / step);
  return ((exponent << 27) | (mantissa(blue) << 18) | (mantissa(green) << 9) | mantissa(red)) >>> 0;
}
