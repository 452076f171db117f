import sharp from 'sharp';

/** How unlike two pictures of one size are. */
export interface PictureDifference {
  /** Root mean square over all channels, of 255. */
  readonly rmse: number;
  /** The share of pixels of which a channel differs by more than 8 of 255. */
  readonly share: number;
  readonly largest: number;
}

/** Compares two picture files of one size. */
export async function comparePictures(before: Uint8Array, after: Uint8Array): Promise<PictureDifference> {
  const [a, b] = await Promise.all([before, after].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer()));
  if (!a || a.length !== b?.length) throw new RangeError('The pictures are of different size.');
  let squares = 0;
  let largest = 0;
  let pixels = 0;
  for (let at = 0; at < a.length; at += 3) {
    let most = 0;
    for (let channel = at; channel < at + 3; channel++) {
      const difference = Math.abs((a[channel] ?? 0) - (b[channel] ?? 0));
      squares += difference ** 2;
      most = Math.max(most, difference);
    }
    largest = Math.max(largest, most);
    if (most > 8) pixels++;
  }
  return {rmse: Math.sqrt(squares / a.length), share: (pixels * 3) / a.length, largest};
}

/** The worst of several in each respect. */
export function worstOf(differences: readonly PictureDifference[]): PictureDifference {
  const most = (key: keyof PictureDifference) => Math.max(0, ...differences.map((difference) => difference[key]));
  return {rmse: most('rmse'), share: most('share'), largest: most('largest')};
}
