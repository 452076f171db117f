/** What is known of the machine. */
export interface Device {
  /** In GB; browsers that do not tell have enough. */
  readonly deviceMemory?: number | undefined;
  /** The shorter side of the screen, in CSS pixels. */
  readonly screenSide: number;
}

/**
 * The longest side of a texture in pixels; larger ones are scaled down. On a page nobody sees more than 2048, and on a
 * phone half of that is as sharp and takes a quarter of a memory that is soon full.
 */
export function largestSide({deviceMemory = 8, screenSide}: Device): number {
  return deviceMemory <= 2 || screenSide < 500 ? 1024 : 2048;
}

/** The machine this runs on. */
export function thisDevice(): Device {
  const {deviceMemory} = navigator as {readonly deviceMemory?: number};
  return {deviceMemory, screenSide: Math.min(screen.width, screen.height)};
}
