import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {TwikError} from '@twik/sdk/core';

/**
 * Files that appear all at once: each is written under a temporary name beside its place, and renamed at the end. A run
 * that fails or is stopped before leaves what was there.
 */
export class StagedFiles {
  readonly #staged = new Map<string, string>();

  /**
   * Writes a file under a temporary name.
   *
   * @throws TwikError `file-unwritable`.
   */
  async write(file: string, bytes: Uint8Array | string): Promise<void> {
    const place = path.resolve(file);
    const temporary = path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.part`);
    try {
      await mkdir(path.dirname(place), {recursive: true});
      this.#staged.set(place, temporary);
      await writeFile(temporary, bytes);
    } catch (cause) {
      throw unwritable(place, cause);
    }
  }

  /** Gives every file its name. */
  async commit(): Promise<void> {
    for (const [place, temporary] of this.#staged) {
      await rename(temporary, place).catch((cause: unknown) => {
        throw unwritable(place, cause);
      });
      this.#staged.delete(place);
    }
  }

  /** Removes what has not got its name. */
  async discard(): Promise<void> {
    await Promise.all([...this.#staged.values()].map((temporary) => rm(temporary, {force: true})));
    this.#staged.clear();
  }
}

function unwritable(place: string, cause: unknown): TwikError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new TwikError('file-unwritable', `${place} cannot be written (${reason}). Name another place with --out.`, {
    cause,
  });
}

/** Runs work that stages files: they get their names when it succeeds and the signal is quiet, else they go. */
export async function withStagedFiles<T>(signal: AbortSignal, work: (files: StagedFiles) => Promise<T>): Promise<T> {
  const files = new StagedFiles();
  try {
    const result = await work(files);
    signal.throwIfAborted();
    await files.commit();
    return result;
  } finally {
    await files.discard();
  }
}
