import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {cubeProduct} from '../../viewer/support/cube-product.js';
import {centerColor} from '../../viewer/support/pixels.js';
import {TwikViewer} from '../../../src/elements/viewer.js';

customElements.define('twik-viewer', TwikViewer);

/** An address that answers with a product. */
const addressOf = (product: unknown) =>
  URL.createObjectURL(new Blob([JSON.stringify(product)], {type: 'application/json'}));

async function openViewer(product: string | object): Promise<TwikViewer> {
  const viewer = await fixture<TwikViewer>(
    typeof product === 'string'
      ? html`<twik-viewer product=${product} alt="A cube"></twik-viewer>`
      : html`<twik-viewer .product=${product} alt="A cube"></twik-viewer>`,
  );
  viewer.style.inlineSize = '160px';
  return viewer;
}

const colorOf = async (viewer: TwikViewer) => centerColor(await viewer.snapshot({width: 60, height: 60}));

describe('<twik-viewer product>', () => {
  it('loads a product by its address, and shows it as it comes', async () => {
    const viewer = await openViewer(addressOf(cubeProduct()));
    await expect(viewer).to.be.accessible();
    await oneEvent(viewer, 'viewer-ready');
    const [red, green, blue, alpha] = await colorOf(viewer);
    expect(blue)
      .to.be.above(2 * red)
      .and.above(2 * green);
    expect(alpha).to.equal(255);
  });

  it('begins in the first view of the product', async () => {
    const viewer = await openViewer(cubeProduct());
    await viewer.ready;
    const [azimuth, polar] = viewer.camera?.orbitDeg ?? [];
    expect(azimuth).to.be.closeTo(0, 1e-6);
    expect(polar).to.be.closeTo(80, 1e-6);
  });

  it('shows another product in its place', async () => {
    const viewer = await openViewer(cubeProduct());
    await viewer.ready;
    const next = oneEvent(viewer, 'viewer-ready');
    const {parameters, ...rest} = cubeProduct();
    viewer.product = {
      ...rest,
      parameters: parameters.map((each) => ({...each, ...(each.id === 'tint' ? {default: '#ff0000'} : {})})),
    };
    await next;
    const [red, , blue] = await colorOf(viewer);
    expect(red).to.be.above(2 * blue);
  });

  it('says in words, by an event and by its promise why a product cannot be shown', async () => {
    const viewer = await openViewer('/nowhere.json');
    viewer.lang = 'en';
    const {detail} = await oneEvent(viewer, 'configuration-error');
    expect(detail.code).to.equal('product-not-found');
    await viewer.updateComplete;
    expect(await viewer.ready.catch((reason: unknown) => reason)).to.equal(detail.error);
    expect(viewer.renderRoot.querySelector('[role=alert]')?.textContent).to.contain('This product was not found.');
    await expect(viewer).to.be.accessible();
  });

  it('loads the product again on demand', async () => {
    const viewer = await openViewer('/nowhere.json');
    await oneEvent(viewer, 'configuration-error');
    await viewer.updateComplete;
    const again = oneEvent(viewer, 'configuration-error');
    viewer.renderRoot.querySelector<HTMLElement>('[role=alert] button')?.click();
    expect((await again).detail.code).to.equal('product-not-found');
  });

  it('shows the next product after one that could not be shown', async () => {
    const viewer = await openViewer('/nowhere.json');
    await oneEvent(viewer, 'configuration-error');
    viewer.product = cubeProduct();
    await oneEvent(viewer, 'viewer-ready');
    await viewer.ready;
    await viewer.updateComplete;
    expect(viewer.renderRoot.querySelector('[role=alert]')).to.equal(null);
  });
});
