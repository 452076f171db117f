import type {enConflict} from '../conflict/en.js';
import type {enFields} from '../controls/en.js';
import type {enSteps} from '../options/en.js';
import type {enBreakdown} from '../price/en.js';
import type {enSummary} from '../summary/en.js';

/** A sentence, or its plural forms, of which `{count}` selects one. */
export type Message = string | ({readonly other: string} & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>);

/** What a page may have to say at once, in English: elements first, then errors by their codes. Parts that come later bring their own. */
export const en = {
  'yes': 'Yes',
  'no': 'No',
  'none': 'None',
  'open': 'Not chosen yet',
  'configurator.loading': 'Loading the product …',
  'configurator.failed': 'This product cannot be shown at present.',
  'configurator.retry': 'Try again',
  'configurator.summary': 'Your selection',
  'configurator.dismiss': 'Close this note',
  'configurator.gone': {
    one: 'One choice from your link is no longer available and was left out.',
    other: '{count} choices from your link are no longer available and were left out.',
  },
  'configurator.suspended': {
    one: 'One choice from your link no longer goes with the others.',
    other: '{count} choices from your link no longer go with the others.',
  },
  'price.label': 'Price',
  'price.tax-included': 'incl. {rate} VAT',
  'price.tax-excluded': 'plus {rate} VAT',
  'price.estimate': 'Estimated',
  'price.estimated': 'Some choices are still open, so the price can change.',
  'price.details': 'Price details',
  'price.failed': 'The price cannot be given at present.',
  'price.lead-time': {one: 'Ships in {count} working day', other: 'Ships in {count} working days'},
  'actions.label': 'Configuration',
  'actions.undo': 'Undo',
  'actions.redo': 'Redo',
  'actions.reset': 'Start over',
  'actions.share': 'Copy link',
  'actions.save': 'Save',
  'actions.undone': 'Undone.',
  'actions.redone': 'Restored.',
  'actions.was-reset': 'All choices were reset.',
  'actions.shared': 'Link copied.',
  'actions.share-failed': 'The link could not be copied. Here it is:',
  'actions.saved': 'Saved.',
  'summary.general': 'General',
  'summary.by-rule': 'set to match your choices',
  'control.open': 'Please choose',
  'control.reset': 'Reset {name} to its default',
  'control.refused': 'This is not possible here.',
  'control.unknown': 'This product has nothing called “{path}” that this control could show.',
  'control.barred': 'Not with your other choices',
  'control.unchecked': 'Still being checked …',
  'control.not-with': 'Not together with {picks}.',
  'control.never': 'Not available for this product.',
  'control.at-least': {one: 'At least one has to stay.', other: 'At least {count} have to stay.'},
  'control.at-most': {one: 'At most one can be picked.', other: 'At most {count} can be picked.'},
  'control.count-of': '{count} of {max}',
  'control.less': 'Less: {name}',
  'control.more': 'More: {name}',
  'options.open': {one: '{count} open', other: '{count} open'},
  'options.appeared': {one: '{names} can be chosen now.', other: '{names} can be chosen now.'},
  'viewer.label': '3D view',
  'viewer.help': 'Turn with the arrow keys, zoom with plus and minus, go back with Home.',
  'viewer.loading': 'Loading the 3D view',
  'viewer.failed': 'The 3D view cannot be shown.',
  'viewer.retry': 'Try again',
  'error.webgl-missing': 'This browser offers no 3D graphics (WebGL 2). Everything else works as usual.',
  'error.context-lost': 'The graphics memory is used up. Close other tabs that show 3D, then try again.',
  'error.product-not-found': 'This product was not found.',
  'error.product-unreachable': 'The product could not be loaded. Check your connection and try again.',
  'error.product-not-json': 'This product cannot be read.',
  'error.product-too-large': 'This product is too large to be shown.',
  'error.product-invalid': 'This product has an error and cannot be shown.',
  'error.code-invalid': 'The link is damaged, so the product starts with its standard choices.',
} as const satisfies Record<string, Message>;

/** A code of the interface's sentences. */
export type MessageCode = keyof (typeof en &
  typeof enConflict &
  typeof enFields &
  typeof enSteps &
  typeof enBreakdown &
  typeof enSummary);

/** All sentences of one language. */
export type MessageTable = Readonly<Record<MessageCode, Message>>;
