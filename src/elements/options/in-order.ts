import {nothing} from 'lit';

/**
 * Renders what is there at present of a list that never changes. What is not there keeps its place: so all others keep
 * their elements, and with them the focus and what is being typed, whatever comes or goes before them.
 */
export function inOrder<Item>(
  order: readonly string[],
  items: readonly Item[],
  idOf: (item: Item) => string,
  render: (item: Item) => unknown,
): unknown[] {
  const byId = new Map(items.map((item) => [idOf(item), item]));
  return order.map((id) => {
    const item = byId.get(id);
    return item === undefined ? nothing : render(item);
  });
}
