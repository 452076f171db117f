import {TwikError} from '@twik/sdk/core';

/** The options that a command was called with, read by kind. */
export class OptionValues {
  readonly #values: ReadonlyMap<string, string | boolean>;

  constructor(values: ReadonlyMap<string, string | boolean>) {
    this.#values = values;
  }

  /** Whether a flag was given. */
  has(name: string): boolean {
    return this.#values.get(name) === true;
  }

  text(name: string): string | null {
    const value = this.#values.get(name);
    return typeof value === 'string' ? value : null;
  }

  /**
   * A whole number within limits.
   *
   * @throws TwikError `option-invalid`.
   */
  integer(name: string, {fallback, min, max}: {fallback: number; min: number; max: number}): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw new TwikError('option-invalid', `--${name} takes a whole number from ${min} to ${max}, not "${text}".`);
  }

  /** The parts of a list with commas. */
  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
}
