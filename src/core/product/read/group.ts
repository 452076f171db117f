import type {Read} from '../json/place.js';
import {object, optional} from '../json/readers.js';
import type {Group} from '../product.js';
import {nameId, plainId} from './identity.js';
import {text} from './text.js';

const shape = object({
  id: nameId,
  name: optional(text),
  description: optional(text),
  view: optional(plainId),
});

/** A step; its name is its id where it has none. */
export const group: Read<Group> = (value, place) => {
  const read = shape(value, place);
  return {...read, name: read.name ?? read.id};
};
