import type {TwikError} from '../core/error.js';
import type {ConfigurationErrorDetail} from './events.js';

/** What an event says of an error. */
export function errorDetail(error: TwikError): ConfigurationErrorDetail {
  const {code, message, path} = error;
  return {code, message, path, error};
}
