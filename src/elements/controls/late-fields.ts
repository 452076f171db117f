import {LatePart} from '../late-part.js';

/** The slider or field of `<twik-number>`. */
export const numberField = new LatePart(async () => (await import('./fields.js')).numberField);

/** The list of `<twik-select>`. */
export const selectField = new LatePart(async () => (await import('./fields.js')).selectField);

/** The field of `<twik-text>`. */
export const textField = new LatePart(async () => (await import('./fields.js')).textField);

/** Picker and field of a `<twik-color>` that may have any colour. */
export const freeColor = new LatePart(async () => (await import('./fields.js')).freeColor);

/** Fetches all fields, so that a product is shown with them at once. Where that fails, the controls say so. */
export async function loadFields(): Promise<void> {
  const fields = [numberField, selectField, textField, freeColor];
  await Promise.allSettled(fields.map((field) => field.load()));
}
