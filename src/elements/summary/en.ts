import type {Message} from '../messages/en.js';

/** The summary in English. */
export const enSummary = {
  'summary.change': 'Change {parameter}',
  'summary.open': {one: 'One choice is still open', other: '{count} choices are still open'},
} as const satisfies Record<string, Message>;
