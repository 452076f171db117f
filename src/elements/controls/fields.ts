/**
 * The fields of controls for what is typed, slid or picked from a list, to be fetched together: they share most of
 * what they need, and a file for each would wait for another one with that.
 */
export * as freeColor from './color/free-color.js';
export * as numberField from './number/number-field.js';
export * as selectField from './select/select-field.js';
export * as textField from './text/text-field.js';
