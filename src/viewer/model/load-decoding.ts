import {TwikError} from '../../core/error.js';
import type * as decoding from '../decoding/index.js';

/**
 * What unpacks compressed models and textures; few pages need it.
 *
 * @throws TwikError `decoder-missing`.
 */
export async function loadDecoding(): Promise<typeof decoding> {
  try {
    return await import('../decoding/index.js');
  } catch (cause) {
    throw new TwikError('decoder-missing', 'What unpacks models cannot be loaded. Serve all files of Twik.', {cause});
  }
}
