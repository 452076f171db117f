/**
 * The parts of elements inside, as `exportparts` hands them to the page: each under the name of its element, as in
 * `twik-configurator::part(price-amount)`, because several elements have a `name` or a `panel`.
 */
export const exportedParts = {
  options: [
    prefixed(
      'options',
      'group group-header group-name group-value group-open panel control steps step current done back next',
    ),
    prefixed(
      'control',
      'head name value open by-rule reset description problem reason options option selected barred chip difference ' +
        'field slider switch less more count',
    ),
  ].join(),
  summary: prefixed('summary', 'open group list name value'),
  actions: prefixed('actions', 'button undo redo reset share save link'),
  price: prefixed('price', 'amount note lead-time estimate details lines error'),
  viewer: prefixed('viewer', 'canvas poster progress message'),
  conflict: prefixed('conflict', 'dialog title reason repair keep'),
};

function prefixed(element: string, parts: string): string {
  return parts
    .split(' ')
    .map((part) => `${part}:${element}-${part}`)
    .join();
}
