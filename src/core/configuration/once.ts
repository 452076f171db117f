/** Puts work off until its result is first asked for, and never does it again. */
export function once<T>(work: () => T): () => T {
  let done: {readonly result: T} | null = null;
  return () => (done ??= {result: work()}).result;
}
