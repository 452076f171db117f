/** How a model shall be made smaller. */
export interface OptimizeSettings {
  /** Pack geometry with meshopt; its decoder is part of the viewer. */
  readonly isPacked: boolean;
  /** The longest side a picture may have, in pixels. */
  readonly textureSize: number;
  /** 1 to 100, of colours; other pictures are kept better than that. */
  readonly quality: number;
  /** What pictures become. `ktx2` is slow and larger as a file, but takes a quarter of the graphics memory. */
  readonly textureFormat: 'webp' | 'ktx2';
}

/** What work that takes a while needs. */
export interface Workplace {
  readonly signal: AbortSignal;
  readonly progress: (line: string) => void;
}
