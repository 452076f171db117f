// Tells the viewer harness how to drive <twik-viewer>. The functions of `browser` run in the page and are sent as text.
import path from 'node:path';

export default {
  id: 'twik-viewer',
  tag: 'twik-viewer',
  mounts: {twik: path.resolve(import.meta.dirname, '../../dist/cdn')},
  scripts: [{url: '/twik/twik.mjs', module: true}],
  importMap: null,
  preScript: '',
  browser: {
    create(src) {
      const element = document.createElement('twik-viewer');
      element.setAttribute('alt', 'bench');
      element.setAttribute('src', src);
      return element;
    },
    setSrc(element, src) {
      element.setAttribute('src', src);
    },
    firstFrame(element) {
      return new Promise((done, failed) => {
        element.addEventListener('viewer-ready', () => done(), {once: true});
        element.addEventListener(
          'configuration-error',
          ({detail}) => failed(new Error(`${detail.code}: ${detail.message}`)),
          {
            once: true,
          },
        );
      });
    },
    variants(element) {
      return [...(element.availableVariants ?? [])];
    },
    setVariant(element, name) {
      element.variant = name;
    },
    snapshot(element) {
      return element.snapshot({width: 480, height: 360});
    },
  },
};
