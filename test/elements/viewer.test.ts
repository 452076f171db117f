import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {cubeUrl} from '../viewer/support/glb.js';
import {liveContexts} from '../viewer/support/gl-probe.js';
import {centerColor} from '../viewer/support/pixels.js';
import {TwikError} from '../../src/core/error.js';
import {TwikViewer} from '../../src/elements/viewer.js';

customElements.define('twik-viewer', TwikViewer);

async function openViewer(template = html`<twik-viewer src=${cubeUrl()} alt="A red cube"></twik-viewer>`) {
  const viewer = await fixture<TwikViewer>(template);
  viewer.style.inlineSize = '200px';
  return viewer;
}

function find(viewer: TwikViewer, selector: string): HTMLElement {
  const found = viewer.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

const withVariants = () =>
  cubeUrl((json) => {
    json.materials.push({name: 'Blue', pbrMetallicRoughness: {baseColorFactor: [0.02, 0.05, 0.8, 1]}});
    json['extensionsUsed'] = ['KHR_materials_variants'];
    json['extensions'] = {KHR_materials_variants: {variants: [{name: 'red'}, {name: 'blue'}]}};
    const mappings = [0, 1].map((index) => ({material: index, variants: [index]}));
    const [primitive] = json.meshes[0]?.['primitives'] as Record<string, unknown>[];
    Object.assign(primitive ?? {}, {extensions: {KHR_materials_variants: {mappings}}});
  });

describe('<twik-viewer>', () => {
  it('is accessible while loading, when ready and when it has failed', async () => {
    const viewer = await openViewer(
      html`<twik-viewer src=${cubeUrl()} alt="A red cube" camera-controls></twik-viewer>`,
    );
    await expect(viewer).to.be.accessible();
    await viewer.ready;
    await viewer.updateComplete;
    await expect(viewer).to.be.accessible();
    viewer.src = '/no/such.glb';
    await oneEvent(viewer, 'configuration-error');
    await viewer.updateComplete;
    await expect(viewer).to.be.accessible();
  });

  it('announces its first picture when it is there', async () => {
    const viewer = await openViewer();
    const {detail} = await oneEvent(viewer, 'viewer-ready');
    expect(detail.durationMs).to.be.above(0);
    await viewer.ready;
    const [red, green] = await centerColor(await viewer.snapshot({width: 60, height: 40}));
    expect(red).to.be.above(2 * green);
  });

  it('shows how far the load has come, and takes the bar away', async () => {
    const viewer = await openViewer();
    const progress: number[] = [];
    viewer.addEventListener('viewer-progress', ({detail}) => progress.push(detail.progress));
    expect(find(viewer, 'progress').getAttribute('aria-label')).to.equal('Loading the 3D view');
    await viewer.ready;
    await viewer.updateComplete;
    expect(progress.at(-1)).to.equal(1);
    expect(viewer.renderRoot.querySelector('progress')).to.equal(null);
  });

  it('says in words why there is no picture, and by an event', async () => {
    const viewer = await openViewer(html`<twik-viewer src="/no/such.glb"></twik-viewer>`);
    const {detail} = await oneEvent(viewer, 'configuration-error');
    expect(detail.code).to.equal('model-not-found');
    expect(detail.error).to.be.instanceOf(TwikError);
    await viewer.updateComplete;
    expect(find(viewer, '[role=alert]').textContent).to.contain('The 3D view cannot be shown.');
    const error: unknown = await viewer.ready.catch((reason: unknown) => reason);
    expect(error).to.equal(detail.error);
  });

  it('tries again when asked to', async () => {
    const viewer = await openViewer(html`<twik-viewer src="/no/such.glb"></twik-viewer>`);
    await oneEvent(viewer, 'configuration-error');
    await viewer.updateComplete;
    const again = oneEvent(viewer, 'configuration-error');
    find(viewer, 'button').click();
    await again;
  });

  it('offers the variants of a file and shows the chosen one', async () => {
    const viewer = await openViewer(html`<twik-viewer src=${withVariants()} variant="blue"></twik-viewer>`);
    await viewer.ready;
    expect(viewer.availableVariants).to.deep.equal(['red', 'blue']);
    const [red, , blue] = await centerColor(await viewer.snapshot());
    expect(blue).to.be.above(2 * red);
    viewer.variant = 'red';
    await viewer.updateComplete;
    await new Promise((done) => setTimeout(done, 100));
    const [redder, , bluer] = await centerColor(await viewer.snapshot());
    expect(redder).to.be.above(2 * bluer);
  });

  it('turns by keys and tells of it', async () => {
    const viewer = await openViewer(html`<twik-viewer src=${cubeUrl()} camera-controls></twik-viewer>`);
    await viewer.ready;
    await viewer.updateComplete;
    const canvas = find(viewer, 'canvas');
    expect(canvas.getAttribute('role')).to.equal('application');
    canvas.focus();
    const before = viewer.camera?.orbitDeg[0] ?? NaN;
    const moved = oneEvent(viewer, 'camera-changed');
    canvas.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
    const {detail} = await moved;
    expect(detail.source).to.equal('user');
    expect(detail.orbitDeg[0]).to.be.above(before);
  });

  it('does not turn without camera-controls, and cannot be focused', async () => {
    const viewer = await openViewer();
    await viewer.ready;
    await viewer.updateComplete;
    const canvas = find(viewer, 'canvas');
    expect(canvas.getAttribute('role')).to.equal('img');
    expect(canvas.hasAttribute('tabindex')).to.equal(false);
    const before = viewer.camera;
    canvas.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
    expect(viewer.camera).to.deep.equal(before);
  });

  it('names the part that was tapped', async () => {
    const viewer = await openViewer(html`<twik-viewer src=${cubeUrl()} camera-controls></twik-viewer>`);
    await viewer.ready;
    const canvas = find(viewer, 'canvas');
    const {left, top, width, height} = canvas.getBoundingClientRect();
    const place = {pointerId: 3, button: 0, clientX: left + width / 2, clientY: top + height / 2};
    const picked = oneEvent(viewer, 'part-picked');
    canvas.dispatchEvent(new PointerEvent('pointerdown', place));
    canvas.dispatchEvent(new PointerEvent('pointerup', place));
    expect((await picked).detail).to.deep.equal({node: 'Cube', model: 'model'});
  });

  it('keeps its picture when it is moved in the page', async () => {
    const viewer = await openViewer();
    await viewer.ready;
    let loads = 0;
    viewer.addEventListener('viewer-ready', () => loads++);
    const box = document.createElement('div');
    document.body.append(box);
    box.append(viewer);
    await viewer.snapshot({width: 20, height: 20});
    await new Promise((done) => setTimeout(done, 300));
    expect(loads).to.equal(0);
    box.remove();
  });

  it('frees its context when it leaves the page, and shows its picture again when it returns', async () => {
    const before = liveContexts();
    const viewer = await openViewer();
    await viewer.ready;
    expect(liveContexts()).to.equal(before + 1);
    const {parentElement} = viewer;
    viewer.remove();
    await new Promise((done) => setTimeout(done));
    expect(liveContexts()).to.equal(before);
    parentElement?.append(viewer);
    await oneEvent(viewer, 'viewer-ready');
    expect((await viewer.snapshot({width: 20, height: 20})).size).to.be.above(0);
  });

  it('shows its poster until the first picture is there', async () => {
    const poster = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';
    const viewer = await openViewer(html`<twik-viewer src=${cubeUrl()} poster=${poster} alt="A cube"></twik-viewer>`);
    expect(find(viewer, 'img').getAttribute('alt')).to.equal('A cube');
    await viewer.ready;
    await viewer.updateComplete;
    expect(viewer.renderRoot.querySelector('img')).to.equal(null);
  });

  it('has its background behind snapshots as well', async () => {
    const viewer = await openViewer(html`<twik-viewer src=${cubeUrl()} background="rgb(0, 128, 0)"></twik-viewer>`);
    await viewer.ready;
    const bitmap = await createImageBitmap(await viewer.snapshot({width: 40, height: 30}));
    const context = new OffscreenCanvas(40, 30).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    expect([...(context?.getImageData(0, 0, 1, 1).data ?? [])]).to.deep.equal([0, 128, 0, 255]);
    expect(getComputedStyle(viewer).backgroundColor).to.equal('rgb(0, 128, 0)');
  });

  it('writes no style attribute in its shadow root, so that a strict policy is kept', async () => {
    const viewer = await openViewer();
    expect(viewer.shadowRoot?.innerHTML).not.to.contain('style=');
  });
});
