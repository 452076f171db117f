// When the first picture was on the screen, in milliseconds since navigation.
globalThis.readyAt = new Promise((done) => {
  document.addEventListener('viewer-ready', () => done(performance.now()), {once: true});
});
