/** Shares of the full width and height: each rung has about two thirds of the pixels of the one before. */
const rungs = [1, 0.8, 0.64, 0.5, 0.4] as const;
/** Pictures of a motion that come slower than this are drawn with fewer pixels, and faster than that with more. */
const [slowS, fastS] = [1 / 20, 1 / 45];

/** Draws motions with fewer pixels where pictures come too slowly. At rest all are drawn. */
export class Quality {
  #rung = 0;
  #meanS = fastS;

  /** What share of the full width and height the frames of a motion have. */
  get scale(): number {
    return rungs[this.#rung] ?? 1;
  }

  /** Notes how long a frame of a motion took, in seconds. */
  note(seconds: number): void {
    this.#meanS += (seconds - this.#meanS) / 8;
    const step = this.#meanS > slowS ? 1 : this.#meanS < fastS ? -1 : 0;
    const rung = Math.min(rungs.length - 1, Math.max(0, this.#rung + step));
    if (rung === this.#rung) return;
    this.#rung = rung;
    // What is drawn otherwise is to be judged anew.
    this.#meanS = (slowS + fastS) / 2;
  }
}
