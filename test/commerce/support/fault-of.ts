import {CartError} from '../../../src/commerce/send/cart-error.js';

/** The CartError that `run` ends in; anything else, nothing included, fails the test. */
export async function faultOf(run: () => Promise<unknown>): Promise<CartError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof CartError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
