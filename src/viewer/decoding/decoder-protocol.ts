/** What a decoder is given. */
export interface DecoderJob {
  /** Compressed data. They belong to the decoder from now on. */
  readonly bytes: ArrayBuffer;
}

/** What it makes of it. */
export interface DecoderResult {
  readonly buffers: readonly ArrayBuffer[];
}

/** Lets others have their turn between two pieces of a job; at once where nobody else is. */
export type Breathe = () => Promise<void>;

/** @throws What is wrong with the data, in a few words. */
export type Decode<Job extends DecoderJob, Result extends DecoderResult> = (
  job: Job,
  breathe: Breathe,
) => Result | Promise<Result>;

/** What a decoder's file exports: in a worker it serves by messages, in a page it is imported. */
export interface DecoderModule<Job extends DecoderJob, Result extends DecoderResult> {
  /** @param wasm The decoder itself, where it does not lie in its file. */
  readonly open: (wasm: ArrayBuffer | null) => Promise<Decode<Job, Result>>;
}

/** What a page asks of a worker: first to open, then one job after the other. */
export type DecoderOrder<Job extends DecoderJob> =
  {readonly kind: 'open'; readonly wasm: ArrayBuffer | null} | {readonly kind: 'job'; readonly job: Job};

/** What a worker answers, once to each order. */
export type DecoderAnswer<Result extends DecoderResult> =
  | {readonly kind: 'opened'}
  | {readonly kind: 'done'; readonly result: Result}
  | {readonly kind: 'failed'; readonly reason: string};

/** What went wrong, to stand within a sentence. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
