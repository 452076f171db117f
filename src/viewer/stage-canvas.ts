/** The canvas of a stage: takes its size from the page, and pictures from the shared context. */
export class StageCanvas {
  readonly element: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;

  constructor(element: HTMLCanvasElement) {
    this.element = element;
    this.#context = element.getContext('2d');
  }

  /** In device pixels. */
  get width(): number {
    return this.element.width;
  }

  get height(): number {
    return this.element.height;
  }

  get aspect(): number {
    return this.width / Math.max(1, this.height);
  }

  /**
   * Takes a size in CSS pixels; more than two device pixels for each would show nothing but cost four times as much.
   *
   * @returns Whether it is another than before. The canvas is then empty until something is shown.
   */
  resize(width: number, height: number, pixelRatio: number): boolean {
    const ratio = Math.min(2, Math.max(1, pixelRatio));
    const size = [width, height].map((length) => Math.max(1, Math.min(4096, Math.round(length * ratio))));
    const [deviceWidth = 1, deviceHeight = 1] = size;
    if (deviceWidth === this.width && deviceHeight === this.height) return false;
    this.element.width = deviceWidth;
    this.element.height = deviceHeight;
    return true;
  }

  /** Shows the upper left of a picture, of that width and height, over all of the canvas. */
  show(picture: CanvasImageSource, width: number, height: number): void {
    if (!this.#context) return;
    this.#context.globalCompositeOperation = 'copy';
    this.#context.drawImage(picture, 0, 0, width, height, 0, 0, this.width, this.height);
  }
}
