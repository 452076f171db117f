import type {PrintValue} from '../../core/scene/plan.js';

/** Covers of 0 to 255 by pixel, as white of that opacity. */
export interface PrintPicture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

const pixelsPerM = 4000;
const longest = 2048;
const lineHeight = 1.15;
/** Letters lower than this blur. */
const legiblePixels = 28;

/**
 * Draws words as large as their area allows. All pixels are white and differ in opacity alone: colour is the
 * material's business, and no dark rim appears where a texture is filtered.
 */
export function rasterise(context: CanvasRenderingContext2D, print: PrintValue): PrintPicture {
  const [widthM, heightM] = print.sizeM.map((size) => Math.max(size, 1e-4));
  const [wide = 1, high = 1] = [widthM, heightM];
  const lines = print.text.split('\n');
  let long = Math.min(1024, Math.max(256, 2 ** Math.ceil(Math.log2(Math.max(wide, high) * pixelsPerM))));
  const measure = (): {width: number; height: number; font: number} => {
    const scale = long / Math.max(wide, high);
    const width = Math.max(8, Math.round(wide * scale));
    const height = Math.max(8, Math.round(high * scale));
    context.font = fontOf(print, 100);
    const widest = Math.max(1, ...lines.map((line) => context.measureText(line).width));
    return {width, height, font: Math.min((height * 0.84) / (lines.length * lineHeight), (width * 94) / widest)};
  };
  let {width, height, font} = measure();
  while (font < legiblePixels && long < longest) {
    long *= 2;
    ({width, height, font} = measure());
  }
  const {canvas} = context;
  canvas.width = width;
  canvas.height = height;
  context.font = fontOf(print, font);
  context.fillStyle = '#fff';
  context.textAlign = print.align;
  const x = {left: width * 0.03, center: width / 2, right: width * 0.97}[print.align];
  const {fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent} = context.measureText(print.text);
  const pitch = font * lineHeight;
  const top = (height - pitch * lines.length + pitch - ascent - descent) / 2 + ascent;
  lines.forEach((line, index) => context.fillText(line, x, top + index * pitch));
  const {data} = context.getImageData(0, 0, width, height);
  for (let index = 0; index < data.length; index += 4) data[index] = data[index + 1] = data[index + 2] = 255;
  return {data: new Uint8ClampedArray(data), width, height};
}

/** The CSS font of a print. */
export function fontOf({font, weight}: PrintValue, pixels: number): string {
  return `${weight} ${pixels}px ${font}`;
}
