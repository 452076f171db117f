import type {Message} from '../messages/en.js';

/** The dialog for conflicts in English. */
export const enConflict = {
  'conflict.title': 'These choices do not go together',
  'conflict.wanted': '{parameter}: {value} is not possible with your other choices.',
  'conflict.against': 'Against it stand your choices',
  'conflict.solve': 'It works if you change',
  'conflict.also': 'Also changes',
  'conflict.more': {one: 'and one more', other: 'and {count} more'},
  'conflict.keep': 'Keep my choices',
  'conflict.no-repair': 'There is no way to make this choice.',
} as const satisfies Record<string, Message>;
