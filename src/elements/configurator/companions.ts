/** Finds an element that belongs to a configurator: in its default layout, in its content, or anywhere with `for`. */
export function companion<Tag extends keyof HTMLElementTagNameMap>(
  owner: HTMLElement & {readonly renderRoot: ParentNode},
  tag: Tag,
): HTMLElementTagNameMap[Tag] | null {
  return owner.renderRoot.querySelector(tag) ?? owner.querySelector(tag) ?? remote(owner, tag);
}

function remote<Tag extends keyof HTMLElementTagNameMap>(
  owner: HTMLElement,
  tag: Tag,
): HTMLElementTagNameMap[Tag] | null {
  const root = owner.getRootNode();
  if (owner.id === '' || !(root instanceof Document || root instanceof ShadowRoot)) return null;
  return [...root.querySelectorAll(tag)].find((element) => element.getAttribute('for') === owner.id) ?? null;
}
