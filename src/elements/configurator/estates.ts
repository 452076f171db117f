/** Share codes of configurators that have just left the page, by what makes a successor theirs; oldest first. */
const estates = new Map<string, {readonly code: string}[]>();

/**
 * Keeps the share code of a configurator that leaves the page until the end of the task. Themes replace a section by
 * new HTML in one go, and the configurators in the new HTML shall go on where the old ones were.
 *
 * Returns what takes it back, for one that is only moved.
 */
export function bequeath(key: string, code: string): () => void {
  const estate = {code};
  estates.set(key, [...(estates.get(key) ?? []), estate]);
  const revoke = (): void => {
    const left = (estates.get(key) ?? []).filter((other) => other !== estate);
    if (left.length > 0) estates.set(key, left);
    else estates.delete(key);
  };
  queueMicrotask(revoke);
  return revoke;
}

/** The share code for a configurator that comes into the page; each is given once. */
export function inherit(key: string): string | null {
  return estates.get(key)?.shift()?.code ?? null;
}
