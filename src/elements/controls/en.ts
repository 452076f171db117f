import type {Message} from '../messages/en.js';

/** The fields of numbers, texts and free colours in English. */
export const enFields = {
  'control.number-range': 'Please enter a number from {min} to {max}.',
  'control.number-rounded': 'Rounded to {value}: it goes in steps of {step}.',
  'control.number-possible': 'With your other choices: {min} to {max}',
  'control.text-length': '{count} of {max} characters',
  'control.text-short': {one: 'At least one character is needed.', other: 'At least {count} characters are needed.'},
  'control.text-long': {one: 'One character too many.', other: '{count} characters too many.'},
  'control.text-barred': {one: '{characters} cannot be used here.', other: '{characters} cannot be used here.'},
  'control.text-form': 'This is not in the form that is needed here.',
  'control.color-other': 'Another colour',
  'control.color-code': 'Colour code',
  'control.color-invalid': 'Please enter a colour code such as {example}.',
} as const satisfies Record<string, Message>;
