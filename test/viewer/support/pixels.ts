/** What is on a canvas. */
export function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas has no 2D context.');
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** How many pixels are mostly red and opaque. */
export function redPixels(pixels: Uint8ClampedArray): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, , alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha > 250 && red > 60 && red > 2 * green) count++;
  }
  return count;
}

export function largestDifference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (b[index] ?? 0))), 0);
}

/** Red, green, blue and alpha in the middle of a picture. */
export async function centerColor(picture: Blob): Promise<[red: number, green: number, blue: number, alpha: number]> {
  const bitmap = await createImageBitmap(picture);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const [red = 0, green = 0, blue = 0, alpha = 0] =
    context?.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data ?? [];
  return [red, green, blue, alpha];
}
