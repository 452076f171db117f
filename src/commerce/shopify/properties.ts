import type {ConfiguredLine} from '../line/configured-line.js';
import {labelsOf} from '../line/labels.js';
import {machineEntriesOf} from '../line/machine-fields.js';

/** Themes print every line-item property but those whose name begins so. */
const hidden = '_twik_';

/**
 * The properties of a line: what was chosen in the words of the shopper, then what programs read, hidden the way themes
 * hide it.
 */
export function shopifyProperties(line: ConfiguredLine): Readonly<Record<string, string>> {
  const readable = labelsOf(line).map(({name, value}) => [propertyName(name), value] as const);
  return Object.fromEntries([...readable, ...machineEntriesOf(line, hidden)]);
}

/** A name that shows and that a form field can carry: `properties[Name]` ends at the first bracket. */
function propertyName(name: string): string {
  return name.replaceAll('[', '(').replaceAll(']', ')').replace(/^_+/, '');
}
