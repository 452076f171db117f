import {TwikError} from '../error.js';
import type {ConfigurationRequest} from './request.js';
import {isPlain} from './saved.js';

/** No page asks for more at once; what seems to is a batch that contains itself. */
const maxRequests = 10_000;

/** One thing that a request does to the picks. Its value is read later, together with its parameter. */
export type Step =
  | {readonly kind: 'set'; readonly parameter: string; readonly value: unknown; readonly release: readonly string[]}
  | {readonly kind: 'clear'; readonly parameter: string}
  | {readonly kind: 'reset'};

/**
 * Checks the form of a request from outside, where no compiler may have looked at it, and lays batches out flat. None
 * are left of a request that goes to another moment altogether.
 *
 * @throws TwikError `request-invalid`.
 */
export function stepsOf(request: ConfigurationRequest): Step[] {
  const steps: Step[] = [];
  const rest: unknown[] = [request];
  for (let seen = 1; rest.length > 0; seen++) {
    const next = rest.pop();
    if (!isPlain(next)) throw invalid('is no object', "Ask for one such as `{kind: 'clear', parameter: 'width'}`.");
    const {kind, parameter, value, release = []} = next;
    switch (kind) {
      case 'set':
      case 'clear':
        if (typeof parameter !== 'string') throw invalid('names no parameter', 'Give its id as `parameter`.');
        if (!isListOfIds(release)) throw invalid('gives up what is no list', 'Give a list of ids as `release`.');
        steps.push({kind, parameter, value, release});
        break;
      case 'reset':
        steps.push({kind});
        break;
      case 'batch': {
        const requests: unknown = next['requests'];
        if (!isList(requests)) throw invalid('of kind "batch" has no list', 'Give the list as `requests`.');
        if (seen + rest.length + requests.length > maxRequests) {
          throw invalid(`holds more than ${maxRequests} others`, 'Ask for fewer at once.');
        }
        rest.push(...requests.toReversed());
        break;
      }
      case 'undo':
      case 'redo':
      case 'restore':
        if (next === request) break;
        throw invalid(`of kind "${kind}" cannot be part of this`, 'Ask for it by itself.');
      default: {
        const found = typeof kind === 'string' ? `"${kind.slice(0, 64)}"` : typeof kind;
        throw invalid(`has the kind ${found}`, 'Kinds: set, clear, batch, undo, redo, reset, restore.');
      }
    }
  }
  return steps;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isListOfIds(value: unknown): value is readonly string[] {
  return isList(value) && value.every((id) => typeof id === 'string');
}

function invalid(what: string, cure: string): TwikError {
  return new TwikError('request-invalid', `A request ${what}. ${cure}`);
}
