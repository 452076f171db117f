import type {Configuration, RequestOptions} from '../core/configuration/configuration.js';
import type {ConfigurationRequest, RequestResult} from '../core/configuration/request.js';
import type {ConfigurationConflictDetail} from './events.js';
import {ownerOf} from './owners.js';

/**
 * Asks for a change in a person's name. The configurator that owns the configuration answers a conflict with its dialog
 * and a refusal with its event; what the caller gets is for its own place only, such as words beside a field.
 */
export function requestChange(
  element: Element,
  configuration: Configuration,
  request: ConfigurationRequest,
  more: Pick<RequestOptions, 'gesture'> = {},
): RequestResult {
  const source = 'user';
  const options = {...more, source};
  const owner = ownerOf(configuration);
  if (owner) return owner.request(request, options);
  const result = configuration.request(request, options);
  // A page that made the configuration itself has no owner element, and must hear of the conflict all the same.
  if (result.kind === 'conflict') {
    const {explanation, repairs} = result;
    const detail: ConfigurationConflictDetail = {explanation, repairs, source};
    element.dispatchEvent(
      new CustomEvent('configuration-conflict', {detail, bubbles: true, composed: true, cancelable: true}),
    );
  }
  return result;
}
