/** Makes the page one whose reader prefers reduced motion; returns how to end that. */
export function preferStillness(): () => void {
  const {matchMedia} = window;
  window.matchMedia = (query) => {
    const list = matchMedia.call(window, query);
    if (query.includes('prefers-reduced-motion')) Object.defineProperty(list, 'matches', {value: true});
    return list;
  };
  return () => {
    window.matchMedia = matchMedia;
  };
}
