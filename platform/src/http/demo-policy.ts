/** The strictest Content Security Policy that Twik promises to work under; the demo pages are served with it. */
export const demoPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "font-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');
