import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {cubeUrl} from '../../viewer/support/glb.js';
import {TwikError} from '../../../src/core/error.js';
import {TwikViewer} from '../../../src/elements/viewer.js';

customElements.define('twik-viewer', TwikViewer);

async function open(template = html`<twik-viewer src=${cubeUrl()} alt="A cube"></twik-viewer>`): Promise<TwikViewer> {
  const viewer = await fixture<TwikViewer>(template);
  await viewer.ready;
  await viewer.updateComplete;
  return viewer;
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await aTimeout(10);
};

function hotspot(id: string, slot: string, position: readonly number[], normal: readonly number[]): HTMLElement {
  const element = document.createElement('button');
  Object.assign(element, {id, slot, textContent: id});
  Object.assign(element.dataset, {position: position.join(' '), normal: normal.join(' ')});
  return element;
}

async function extrasOf(viewer: TwikViewer) {
  const extras = await viewer.extras();
  return {center: extras.center, surfaceAt: (x: number, y: number) => extras.surfaceAt(x, y)};
}

const descriptions = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')];

describe('<twik-viewer> extras', () => {
  it('measure what is shown', async () => {
    const viewer = await open();
    const {dimensions, center} = await viewer.extras();
    expect(dimensions.x).to.be.above(0);
    expect(dimensions.x).to.be.closeTo(dimensions.y, 1e-6);
    expect(center).to.have.length(3);
  });

  it('say what is seen at a place of the picture', async () => {
    const viewer = await open();
    const extras = await viewer.extras();
    const {width, height} = viewer.getBoundingClientRect();
    const surface = extras.surfaceAt(width / 2, height / 2);
    expect(surface?.model).to.equal('model');
    expect(Math.hypot(...(surface?.normal ?? []))).to.be.closeTo(1, 1e-6);
    expect(extras.surfaceAt(1, 1)).to.equal(null);
  });

  it('write the scene as a GLB file', async () => {
    const viewer = await open();
    const file = await (await viewer.extras()).exportGlb();
    expect(file.type).to.equal('model/gltf-binary');
    expect(await file.slice(0, 4).text()).to.equal('glTF');
  });

  it('keep hotspots at their points, focusable, and tell who is seen', async () => {
    const viewer = await open(html`<twik-viewer src=${cubeUrl()} camera-orbit="0deg 80deg auto"></twik-viewer>`);
    const {center, surfaceAt} = await extrasOf(viewer);
    const front = surfaceAt(viewer.clientWidth / 2, viewer.clientHeight / 2);
    const {position = center, normal = center} = front ?? {};
    const shown = new Map<string, boolean>();
    viewer.addEventListener('hotspot-visibility', ({detail}) => shown.set(detail.hotspot.id, detail.isVisible));
    const across = position.map((value, axis) => 2 * (center[axis] ?? 0) - value);
    viewer.append(
      hotspot('front', 'hotspot', position, normal),
      hotspot(
        'back',
        'hotspot-2',
        across,
        normal.map((value) => -value),
      ),
    );
    await until(() => shown.size === 2);
    expect(Object.fromEntries(shown)).to.deep.equal({front: true, back: false});
    const [one, back] = ['#front', '#back'].map((id) => viewer.querySelector<HTMLElement>(id));
    expect(back?.hasAttribute('data-occluded')).to.equal(true);
    const box = viewer.getBoundingClientRect();
    const {left, width} = one?.getBoundingClientRect() ?? new DOMRect();
    expect(left + width / 2).to.be.closeTo(box.left + box.width / 2, 2);
    back?.focus();
    expect(document.activeElement).to.equal(back);
  });

  it('draw a line around a part, and say which parts there are when one is unknown', async () => {
    const viewer = await open();
    const extras = await viewer.extras();
    expect(() => extras.outline([{node: 'Nowhere'}]))
      .to.throw(TwikError)
      .with.property('code', 'node-unknown');
    extras.outline([{node: extras.surfaceAt(viewer.clientWidth / 2, viewer.clientHeight / 2)?.node ?? ''}]);
    await aTimeout(50);
    extras.outline(null);
  });

  it('notice hotspots that come later', async () => {
    const viewer = await open();
    const heard = oneEvent(viewer, 'hotspot-visibility');
    viewer.append(hotspot('late', 'hotspot', [0, 0, 0], [0, 0, 1]));
    const {detail} = await heard;
    expect(detail.hotspot.id).to.equal('late');
  });

  it('describe the model to search engines while the viewer is there', async () => {
    const before = descriptions().length;
    const viewer = await open(html`<twik-viewer src=${cubeUrl()} alt="A cube" generate-schema></twik-viewer>`);
    await until(() => descriptions().length > before);
    const said = descriptions().at(-1)?.textContent ?? '';
    expect(JSON.parse(said)['@type']).to.equal('3DModel');
    // Nobody else can open what only this page has.
    expect(said).not.to.contain('blob:');
    viewer.remove();
    await aTimeout(50);
    expect(descriptions().length).to.equal(before);
  });

  it('tell of attributes that cannot be read', async () => {
    const viewer = await open();
    const heard = oneEvent(viewer, 'configuration-error');
    viewer.setAttribute('exposure', 'bright');
    const {detail} = await heard;
    expect(detail.code).to.equal('attribute-invalid');
    expect(detail.path).to.equal('exposure');
  });

  it('are gone with the viewer', async () => {
    const viewer = await open();
    const extras = viewer.extras();
    await extras;
    viewer.remove();
    await aTimeout(50);
    const gone = await viewer.extras().catch((error: unknown) => error);
    expect(gone).to.be.instanceOf(Error);
  });
});
