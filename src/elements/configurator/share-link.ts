const key = 'twik';

/** The share code that the address of a page carries as `#twik=<code>`, or `null`. */
export function codeOf(href: string): string | null {
  return hashOf(new URL(href)).get(key);
}

/** The address of a page with a share code; what else its hash says in the same form stays. */
export function linkTo(href: string, code: string): string {
  const url = new URL(href);
  const hash = url.hash.includes('=') ? hashOf(url) : new URLSearchParams();
  hash.set(key, code);
  url.hash = hash.toString();
  return url.href;
}

function hashOf({hash}: URL): URLSearchParams {
  return new URLSearchParams(hash.slice(1));
}
