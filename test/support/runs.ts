/** In the browser the test runner writes the tier in its place. */
declare const process: {readonly env: {readonly TWIK_TIER?: string}};

/**
 * How many random cases a property is tried on: some for every change, more for `npm run test:all`, and for
 * `npm run test:long` what the time of a night allows.
 */
export function runs(quick: number, all: number, long: number): number {
  switch (process.env.TWIK_TIER) {
    case 'long':
      return long;
    case 'all':
      return all;
    default:
      return quick;
  }
}
