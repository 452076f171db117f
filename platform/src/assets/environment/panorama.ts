/** Light from all directions in one picture, twice as wide as high; the middle is what lies behind the viewer (−Z). */
export class Panorama {
  readonly width: number;
  readonly height: number;
  /** Linear red, green, blue, row by row from the top. */
  readonly pixels: Float32Array;
  readonly #counts: Uint32Array;
  readonly #sourceWidth: number;
  readonly #sourceHeight: number;

  constructor(sourceWidth: number, sourceHeight: number, maxWidth: number) {
    this.#sourceWidth = sourceWidth;
    this.#sourceHeight = sourceHeight;
    this.width = Math.min(sourceWidth, maxWidth);
    this.height = this.width / 2;
    this.pixels = new Float32Array(this.width * this.height * 3);
    this.#counts = new Uint32Array(this.width * this.height);
  }

  /** Adds a row of RGBE pixels to the means. */
  addRow(row: number, scanline: Uint8Array): void {
    const first = Math.floor((row * this.height) / this.#sourceHeight) * this.width;
    for (let column = 0; column < this.#sourceWidth; column++) {
      const to = first + Math.floor((column * this.width) / this.#sourceWidth);
      const exponent = scanline[column * 4 + 3] ?? 0;
      const scale = exponent === 0 ? 0 : 2 ** (exponent - 136);
      this.#counts[to] = (this.#counts[to] ?? 0) + 1;
      for (let channel = 0; channel < 3; channel++) {
        const at = to * 3 + channel;
        this.pixels[at] = (this.pixels[at] ?? 0) + (scanline[column * 4 + channel] ?? 0) * scale;
      }
    }
  }

  /** Turns sums into means, once every row is added. */
  finish(): void {
    for (let at = 0; at < this.pixels.length; at++) {
      this.pixels[at] = (this.pixels[at] ?? 0) / (this.#counts[Math.floor(at / 3)] ?? 1);
    }
  }

  /** Adds `share` of the light from a direction of length 1 to the three numbers at `at`. */
  sample(x: number, y: number, z: number, into: Float32Array, at: number, share: number): void {
    const across = (Math.atan2(z, x) / (2 * Math.PI) + 0.5) * this.width - 0.5;
    const down = (0.5 - Math.asin(Math.min(1, Math.max(-1, y))) / Math.PI) * this.height - 0.5;
    const left = Math.floor(across);
    const top = Math.floor(down);
    for (let corner = 0; corner < 4; corner++) {
      const column = left + (corner & 1);
      const row = Math.min(this.height - 1, Math.max(0, top + (corner >> 1)));
      const weight = (1 - Math.abs(across - column)) * (1 - Math.abs(down - top - (corner >> 1))) * share;
      const from = (row * this.width + ((column + this.width) % this.width)) * 3;
      for (let channel = 0; channel < 3; channel++) {
        into[at + channel] = (into[at + channel] ?? 0) + (this.pixels[from + channel] ?? 0) * weight;
      }
    }
  }
}
