/** Freezes plain data all the way down. Maps and sets have no lock; their types are read-only. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) for (const member of value.values()) freeze(member);
  else if (!(value instanceof Set)) for (const member of Object.values(Object.freeze(value))) freeze(member);
  return value;
}
