/** The item that an arrow, Home or End leads to from the given one, around the ends; `null` for other keys. */
export function itemByKey<Item extends HTMLElement>(
  event: KeyboardEvent,
  items: readonly Item[],
  from: Item,
): Item | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  const isMirrored = getComputedStyle(from).direction === 'rtl';
  const index = items.indexOf(from);
  const at = (position: number): Item | null => items.at(position % items.length) ?? null;
  switch (event.key) {
    case 'ArrowDown':
      return at(index + 1);
    case 'ArrowUp':
      return at(index - 1);
    case 'ArrowRight':
      return at(isMirrored ? index - 1 : index + 1);
    case 'ArrowLeft':
      return at(isMirrored ? index + 1 : index - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(-1);
    default:
      return null;
  }
}
