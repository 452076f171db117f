/** Resolves when an element is on the screen or less than a screen away, or when `signal` says that nobody waits. */
export function near(element: Element, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({isIntersecting}) => isIntersecting)) end();
      },
      {rootMargin: '100%'},
    );
    const end = (): void => {
      observer.disconnect();
      done();
    };
    observer.observe(element);
    signal.addEventListener('abort', end);
  });
}
