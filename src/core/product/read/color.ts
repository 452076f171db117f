import {matching} from '../json/readers.js';
import type {Read} from '../json/place.js';

const written = matching(/^#[\da-f]{6}$/i, 'a colour such as "#a1b2c3"');

/** A colour, in lower case. */
export const color: Read<string> = (value, place) => written(value, place).toLowerCase();
