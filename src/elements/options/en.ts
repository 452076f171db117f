import type {Message} from '../messages/en.js';

/** Options as steps in English. */
export const enSteps = {
  'options.label': 'Options',
  'options.next': 'Next: {group}',
  'options.back': 'Back',
  'options.done': 'done',
  'options.step': 'Step {number} of {count}',
} as const satisfies Record<string, Message>;
