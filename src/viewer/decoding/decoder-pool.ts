import {TwikError} from '../../core/error.js';
import {isAbort} from '../model/fetch-bytes.js';
import type {DecoderJob, DecoderResult} from './decoder-protocol.js';
import {decodesHere, openDecoder} from './open-decoder.js';
import type {DecoderFiles, OpenDecoder} from './open-decoder.js';

/** How long decoders wait for more before their workers end. */
const idleMs = 3000;

/** One kind of decoder, several of which may work side by side. Opened for the first job, ended when idle. */
export class DecoderPool<Job extends DecoderJob, Result extends DecoderResult> {
  readonly #files: DecoderFiles;
  #free: OpenDecoder<Job, Result>[] = [];
  /** Opening, at work or free. */
  #count = 0;
  /** Whether one could be opened: until then nobody tries a second one. */
  #isProven = false;
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(files: DecoderFiles) {
    this.#files = files;
  }

  /** What is unpacked, for sentences. */
  get title(): string {
    return this.#files.title;
  }

  /** How many decoders there are just now. */
  get size(): number {
    return this.#count;
  }

  /**
   * Makes sure that there is a decoder.
   *
   * @throws TwikError `decoder-missing`, `decoder-blocked`.
   */
  async prepare(): Promise<void> {
    this.#giveBack(await this.#take());
  }

  /**
   * Does a job as soon as a decoder is free.
   *
   * @throws TwikError `decoder-missing`, `decoder-blocked`; an `Error` that says what is wrong with the data; what `signal`
   * says.
   */
  async run(job: Job, signal?: AbortSignal): Promise<Result> {
    const decoder = await this.#take();
    if (signal?.aborted) this.#giveBack(decoder);
    signal?.throwIfAborted();
    let result: Result;
    try {
      result = await decoder.run(job);
    } catch (error) {
      // Broken data may leave it in a state that spoils the next job.
      decoder.end();
      this.#count--;
      this.#goOn();
      throw error;
    }
    this.#giveBack(decoder);
    signal?.throwIfAborted();
    return result;
  }

  async #take(): Promise<OpenDecoder<Job, Result>> {
    clearTimeout(this.#timer);
    for (;;) {
      const free = this.#free.pop();
      if (free) return free;
      if (this.#count < (this.#isProven ? mostAtOnce() : 1)) break;
      await new Promise<void>((done) => this.#waiting.push(done));
    }
    this.#count++;
    try {
      const decoder = await openDecoder<Job, Result>(this.#files);
      if (!this.#isProven) this.#letOthersOpen();
      return decoder;
    } catch (error) {
      this.#count--;
      this.#goOn();
      throw error;
    }
  }

  #giveBack(decoder: OpenDecoder<Job, Result>): void {
    this.#free.push(decoder);
    this.#goOn();
  }

  #letOthersOpen(): void {
    this.#isProven = true;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  #goOn(): void {
    this.#waiting.shift()?.();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#endFree(), idleMs);
  }

  #endFree(): void {
    for (const decoder of this.#free) decoder.end();
    this.#count -= this.#free.length;
    this.#free = [];
  }
}

/** Whether a job failed for its data, and not because there is no decoder or nobody wants the result any more. */
export function isAboutData(error: unknown): boolean {
  return !(error instanceof TwikError) && !isAbort(error);
}

function mostAtOnce(): number {
  // One core belongs to the page; more than four only share the memory's speed.
  return decodesHere() ? 1 : Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1));
}
