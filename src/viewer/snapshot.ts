import {TwikError} from '../core/error.js';

/** How a picture shall be. */
export interface SnapshotOptions {
  /** In pixels. Default: as it is shown. */
  readonly width?: number;
  readonly height?: number;
  /** A MIME type that the browser can write. Default `image/png`. */
  readonly type?: string;
  /** For lossy types, 0 to 1. */
  readonly quality?: number;
  /** A CSS colour behind the picture. Default none: transparent, and black where the type knows no transparency. */
  readonly background?: string;
  /** A view to take it from. Default: where the camera is. */
  readonly view?: string;
}

/** Longer sides exceed what browsers draw. */
const largestSide = 4096;

/**
 * Copies the upper left of a canvas into a picture file.
 *
 * @throws TwikError `snapshot-failed`.
 */
export async function encodePicture(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  {type = 'image/png', quality, background}: SnapshotOptions,
): Promise<Blob> {
  const copy = document.createElement('canvas');
  copy.width = width;
  copy.height = height;
  const context = copy.getContext('2d');
  if (context && background !== undefined) {
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
  }
  context?.drawImage(canvas, 0, 0, width, height, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((done) => copy.toBlob(done, type, quality));
  if (blob) return blob;
  throw new TwikError('snapshot-failed', 'The browser could not write the picture. Ask for a smaller one.');
}

/** A size that can be drawn, of the asked shape. */
export function snapshotSize(width: number, height: number): {width: number; height: number} {
  const scale = Math.min(1, largestSide / Math.max(width, height, 1));
  return {width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale))};
}
