import type {RuntimeValue, ValueScope} from '../../src/core/expression/value.js';

/** A scope of these values, `null` for all others. */
export function scopeOf(values: Readonly<Record<string, RuntimeValue>>): ValueScope {
  return (name) => values[name] ?? null;
}
