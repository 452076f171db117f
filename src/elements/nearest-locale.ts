/** The language of an element by the nearest `lang` above it, shadow hosts included; without any, the browser's. */
export function nearestLocale(element: Element): string {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const lang = node.getAttribute('lang');
    if (lang && isLocale(lang)) return lang;
  }
  // WebKitGTK says "C" where the system names no language, which Intl does not know.
  return isLocale(navigator.language) ? navigator.language : 'en';
}

/** The parent element, or the host where a shadow root ends. */
export function parentOf(node: Element): Element | null {
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** A page may write anything into `lang`, and `Intl` throws at what it does not know. */
function isLocale(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}
