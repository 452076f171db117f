import {aTimeout, expect, fixture, html, nextFrame, oneEvent} from '@open-wc/testing';
import {skipWithoutFrames} from '../../support/engines.js';
import {cubeUrl} from '../../viewer/support/glb.js';
import {TwikViewer} from '../../../src/elements/viewer.js';

customElements.define('twik-viewer', TwikViewer);

const open = async (template = html`<twik-viewer src=${cubeUrl()} alt="A cube"></twik-viewer>`) =>
  fixture<TwikViewer>(template);

const until = async (isSo: () => boolean) => {
  while (!isSo()) await aTimeout(10);
};

const isBlank = (viewer: TwikViewer) => viewer.renderRoot.querySelector('canvas')?.classList.contains('blank');

describe('<twik-viewer> attributes of the camera', () => {
  it('say where it starts, before the first picture', async () => {
    const viewer = await open(
      html`<twik-viewer src=${cubeUrl()} camera-orbit="90deg 60deg 3m" camera-target="0m 0.25m 0m"></twik-viewer>`,
    );
    const moves: unknown[] = [];
    viewer.addEventListener('camera-changed', (event) => moves.push(event));
    await oneEvent(viewer, 'viewer-ready');
    const {orbitDeg, distanceM, targetM} = viewer.camera ?? {};
    expect(orbitDeg?.[0]).to.be.closeTo(90, 1e-6);
    expect(orbitDeg?.[1]).to.be.closeTo(60, 1e-6);
    expect(distanceM).to.be.closeTo(3, 1e-6);
    expect(targetM).to.deep.equal([0, 0.25, 0]);
    expect(moves).to.deep.equal([]);
  });

  it('take it along when they are set later', async function () {
    skipWithoutFrames(this);
    const viewer = await open();
    await viewer.ready;
    viewer.setAttribute('camera-orbit', '-45deg 80deg auto');
    await until(() => Math.abs((viewer.camera?.orbitDeg[0] ?? 0) + 45) < 1e-6);
    expect(viewer.camera?.orbitDeg[1]).to.be.closeTo(80, 1e-6);
    viewer.removeAttribute('camera-orbit');
    await until(() => Math.abs((viewer.camera?.orbitDeg[0] ?? 0) - 28) < 1e-6);
  });

  it('keep a person within limits', async function () {
    skipWithoutFrames(this);
    const viewer = await open(
      html`<twik-viewer
        src=${cubeUrl()}
        camera-controls
        camera-orbit="0deg 80deg 100%"
        min-camera-orbit="-20deg auto auto"
        max-camera-orbit="20deg auto auto"
      ></twik-viewer>`,
    );
    await viewer.ready;
    await viewer.updateComplete;
    const canvas = viewer.renderRoot.querySelector('canvas');
    for (let press = 0; press < 8; press++) canvas?.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight'}));
    await until(() => Math.abs((viewer.camera?.orbitDeg[0] ?? 0) - 20) < 1e-6);
    canvas?.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight'}));
    await nextFrame();
    expect(viewer.camera?.orbitDeg[0]).to.be.closeTo(20, 1e-6);
  });

  it('show as much through a wider lens, from nearer', async () => {
    const usual = await open();
    await usual.ready;
    const usualM = usual.camera?.distanceM ?? 0;
    // One below the other the second might be out of sight.
    usual.remove();
    const wide = await open(html`<twik-viewer src=${cubeUrl()} field-of-view="60deg"></twik-viewer>`);
    await wide.ready;
    expect(wide.camera?.distanceM).to.be.below(0.6 * usualM);
  });

  it('that cannot be read are told, and the picture comes all the same', async () => {
    const viewer = document.createElement('twik-viewer');
    const codes: string[] = [];
    viewer.addEventListener('configuration-error', ({detail}) => codes.push(detail.code));
    viewer.setAttribute('camera-orbit', 'sideways');
    viewer.src = cubeUrl();
    document.body.append(viewer);
    await viewer.ready;
    expect(codes).to.deep.equal(['attribute-invalid']);
    viewer.remove();
  });
});

describe('<twik-viewer> loading and reveal', () => {
  it('loads nothing while it is lazy and far away', async function () {
    skipWithoutFrames(this);
    const viewer = document.createElement('twik-viewer');
    viewer.loading = 'lazy';
    viewer.style.marginBlockStart = '6000px';
    const progress: unknown[] = [];
    viewer.addEventListener('viewer-progress', (event) => progress.push(event));
    viewer.src = cubeUrl();
    document.body.append(viewer);
    await aTimeout(300);
    expect(progress).to.deep.equal([]);
    expect(viewer.renderRoot.querySelector('progress')).to.equal(null);
    viewer.style.marginBlockStart = '0';
    await viewer.ready;
    viewer.remove();
  });

  it('goes without a picture when it leaves before it came into sight', async function () {
    skipWithoutFrames(this);
    const viewer = document.createElement('twik-viewer');
    viewer.loading = 'lazy';
    viewer.style.marginBlockStart = '6000px';
    viewer.src = cubeUrl();
    document.body.append(viewer);
    await viewer.updateComplete;
    viewer.remove();
    await aTimeout(50);
    document.body.append(viewer);
    viewer.style.marginBlockStart = '0';
    await viewer.ready;
    viewer.remove();
  });

  it('keeps the poster until it is dismissed where the page reveals it', async () => {
    const viewer = await open(
      html`<twik-viewer src=${cubeUrl()} reveal="manual"><b slot="poster">A cube</b></twik-viewer>`,
    );
    await viewer.ready;
    await viewer.updateComplete;
    const slot = viewer.renderRoot.querySelector<HTMLSlotElement>('slot[name=poster]');
    expect(isBlank(viewer)).to.equal(true);
    expect(slot?.hidden).to.equal(false);
    viewer.dismissPoster();
    await viewer.updateComplete;
    expect(isBlank(viewer)).to.equal(false);
    expect(slot?.hidden).to.equal(true);
    viewer.showPoster();
    await viewer.updateComplete;
    expect(isBlank(viewer)).to.equal(true);
  });
});

describe('<twik-viewer> without a connection', () => {
  const {fetch} = globalThis;

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('tries again by itself when the connection is back', async () => {
    const src = cubeUrl();
    globalThis.fetch = (input, init) =>
      (input instanceof Request ? input.url : String(input)) === src
        ? Promise.reject(new TypeError('Failed to fetch'))
        : fetch(input, init);
    const viewer = await open(html`<twik-viewer src=${src} lang="en"></twik-viewer>`);
    await oneEvent(viewer, 'configuration-error');
    await viewer.updateComplete;
    expect(viewer.renderRoot.querySelector('[role=alert]')).to.not.equal(null);
    globalThis.fetch = fetch;
    const ready = oneEvent(viewer, 'viewer-ready');
    dispatchEvent(new Event('online'));
    await ready;
    await viewer.updateComplete;
    expect(viewer.renderRoot.querySelector('[role=alert]')).to.equal(null);
  });
});
