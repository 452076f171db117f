import {fetchModel} from './model-file.js';
import type {ModelFile} from './model-file.js';

/** A share in a download. */
export interface ModelLease {
  readonly file: Promise<ModelFile>;
  /** Gives the share back. The last one to do so ends a transfer that is still under way. */
  release(): void;
}

interface Entry {
  readonly file: Promise<ModelFile>;
  readonly controller: AbortController;
  readonly listeners: Set<(share: number) => void>;
  progress: number;
  holders: number;
}

const entries = new Map<string, Entry>();

/** Joins the download of a model, or starts it: stages that show the same file fetch it once. */
export function leaseModel(url: string, onProgress?: (share: number) => void): ModelLease {
  const entry = entries.get(url) ?? start(url);
  entry.holders++;
  if (onProgress) {
    entry.listeners.add(onProgress);
    onProgress(entry.progress);
  }
  let isHeld = true;
  return {
    file: entry.file,
    release() {
      if (!isHeld) return;
      isHeld = false;
      if (onProgress) entry.listeners.delete(onProgress);
      if (--entry.holders > 0) return;
      forget(url, entry);
      entry.controller.abort();
    },
  };
}

function start(url: string): Entry {
  const controller = new AbortController();
  const listeners = new Set<(share: number) => void>();
  const file = fetchModel(url, {
    signal: controller.signal,
    onProgress(share) {
      entry.progress = share;
      for (const listener of listeners) listener(share);
    },
  });
  const entry: Entry = {file, controller, listeners, progress: 0, holders: 0};
  entries.set(url, entry);
  // A failure is for those who wait now; whoever comes later may try again.
  file.catch(() => {
    forget(url, entry);
  });
  return entry;
}

function forget(url: string, entry: Entry): void {
  if (entries.get(url) === entry) entries.delete(url);
}
