/** A list or object, whose members can be read and written. */
export type Holder = unknown[] | Record<string, unknown>;

export function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

/** What lies at a path of keys; `undefined` where there is nothing. */
export function reach(document: unknown, path: readonly (string | number)[]): unknown {
  let at = document;
  for (const key of path)
    at = isHolder(at) ? Object.entries(at).find(([name]) => name === String(key))?.[1] : undefined;
  return at;
}

/** Sets a member of a list or object, and with `undefined` removes it; `-` appends to a list. */
export function setMember(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder)) {
    if (key === '-') holder.push(value);
    else if (value === undefined) holder.splice(Number(key), 1);
    else holder[Number(key)] = value;
  } else if (value === undefined) delete holder[key];
  else holder[key] = value;
}
