// First script of every test page: counts what a page does, and keeps what goes wrong in it.
// It counts by wrapping the platform's own functions, so nothing of Twik has to help.
const probe = {
  violations: [],
  errors: [],
  events: [],
  draws: 0,
  frames: 0,
  contexts: 0,
  programs: 0,
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  /** Resolves with the detail of the next such event anywhere in the page. */
  next: (type) => new Promise((done) => document.addEventListener(type, (event) => done(event.detail), {once: true})),
  counts: () => ({
    draws: probe.draws,
    frames: probe.frames,
    programs: probe.programs,
    contexts: probe.contexts,
    requests: performance.getEntriesByType('resource').length,
  }),
};
globalThis.probe = probe;
performance.setResourceTimingBufferSize(10_000);

document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile, lineNumber}) =>
  probe.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
);
addEventListener('error', ({message}) => probe.errors.push(message));
addEventListener('unhandledrejection', ({reason}) => probe.errors.push(String(reason?.message ?? reason)));

const wrap = (owner, name, before) => {
  const original = owner[name];
  owner[name] = function (...args) {
    before.call(this, ...args);
    return original.apply(this, args);
  };
};
wrap(globalThis, 'requestAnimationFrame', () => probe.frames++);
const seen = new WeakSet();
for (const Canvas of [HTMLCanvasElement, globalThis.OffscreenCanvas].filter(Boolean)) {
  const original = Canvas.prototype.getContext;
  Canvas.prototype.getContext = function (type, ...rest) {
    const context = original.call(this, type, ...rest);
    if (context && /webgl/.test(type) && !seen.has(context)) {
      seen.add(context);
      probe.contexts++;
    }
    return context;
  };
}
if (globalThis.WebGL2RenderingContext) {
  const gl = WebGL2RenderingContext.prototype;
  for (const name of [
    'drawArrays',
    'drawElements',
    'drawArraysInstanced',
    'drawElementsInstanced',
    'drawRangeElements',
  ]) {
    wrap(gl, name, () => probe.draws++);
  }
  wrap(gl, 'linkProgram', () => probe.programs++);
}

for (const type of [
  'configuration-ready',
  'configuration-changed',
  'configuration-conflict',
  'configuration-saved',
  'configuration-error',
  'price-changed',
  'viewer-ready',
  'viewer-progress',
  'camera-changed',
  'part-picked',
]) {
  document.addEventListener(type, (event) =>
    probe.events.push({type, code: event.detail?.code, path: event.detail?.path, message: event.detail?.message}),
  );
}
