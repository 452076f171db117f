import {TwikError} from '../error.js';
import type {ConfigurationRequest} from './request.js';
import {isPlain} from './saved.js';

/** No page asks for more at once; what seems to is a batch that contains itself. */
const maxRequests = 10_000;

/**
 * Checks the form of a request from outside, where no compiler may have looked at it. Its values are read later,
 * together with their parameters.
 *
 * @throws TwikError `request-invalid`.
 */
export function checkRequest(request: ConfigurationRequest): void {
  const rest: unknown[] = [request];
  for (let count = 1; rest.length > 0; count++) {
    const next = rest.pop();
    if (!isPlain(next)) throw invalid('is no object', "Ask for one such as `{kind: 'clear', parameter: 'width'}`.");
    const {kind, parameter, release, requests} = next;
    switch (kind) {
      case 'set':
      case 'clear':
        if (typeof parameter !== 'string') throw invalid('names no parameter', 'Give its id as `parameter`.');
        if (release !== undefined && !isListOfIds(release)) {
          throw invalid('gives up what is no list', 'Give a list of ids as `release`.');
        }
        break;
      case 'batch':
        if (!Array.isArray(requests)) throw invalid('of kind "batch" has no list', 'Give the list as `requests`.');
        if (count + rest.length + requests.length > maxRequests) {
          throw invalid(`holds more than ${maxRequests} others`, 'Ask for fewer at once.');
        }
        rest.push(...requests);
        break;
      case 'undo':
      case 'redo':
      case 'reset':
      case 'restore':
        break;
      default: {
        const found = typeof kind === 'string' ? `"${kind.slice(0, 64)}"` : typeof kind;
        throw invalid(`has the kind ${found}`, 'Kinds: set, clear, batch, undo, redo, reset, restore.');
      }
    }
  }
}

function isListOfIds(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function invalid(what: string, cure: string): TwikError {
  return new TwikError('request-invalid', `A request ${what}. ${cure}`);
}
