import {TwikError} from '../../../core/error.js';

/**
 * A CSS colour as red, green, blue and alpha, 0 to 1.
 *
 * @throws TwikError `color-invalid`.
 */
export function readColor(color: string): [red: number, green: number, blue: number, alpha: number] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return [0, 0, 0, 1];
  // What it cannot read it leaves as it was.
  const [onBlack, onWhite] = ['#000', '#fff'].map((before) => {
    context.fillStyle = before;
    context.fillStyle = color;
    return context.fillStyle;
  });
  if (onBlack !== onWhite) {
    throw new TwikError('color-invalid', `"${color}" is not a CSS colour. Write one such as "#0b57d0".`);
  }
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}
