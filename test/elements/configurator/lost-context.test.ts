import {expect} from '@open-wc/testing';
import {newestContext} from '../../viewer/support/gl-probe.js';
import {cubeProduct} from '../../viewer/support/cube-product.js';
import {pixelsOf, redPixels} from '../../viewer/support/pixels.js';
import {until} from '../../viewer/support/stage.js';
import {find, listen, openConfigurator} from '../../support/configurator.js';

describe('a configurator whose graphics context is taken away', () => {
  it('shows its picture again when the context comes back, and nothing that was chosen is lost', async () => {
    const configurator = await openConfigurator(cubeProduct());
    const viewer = find(configurator, 'twik-viewer');
    await viewer.ready;
    const canvas = find(viewer, 'canvas');
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('No canvas.');
    const reds = () => redPixels(pixelsOf(canvas));
    expect(reds()).to.equal(0);
    configurator.request({kind: 'set', parameter: 'tint', value: '#ff0000'});
    configurator.request({kind: 'set', parameter: 'hollow', value: true});
    await until(() => reds() > 500);
    const errors = listen(configurator, 'configuration-error');
    const before = configurator.configuration?.serialize();

    const context = newestContext();
    const lost = new Promise((done) => context.canvas.addEventListener('webglcontextlost', done));
    const extension = context.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    await lost;
    // While its loss is still being told a context cannot be given back.
    await new Promise((done) => setTimeout(done));
    // Only what is drawn from now on counts.
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    extension?.restoreContext();

    await until(() => reds() > 500);
    expect(newestContext() === context).to.equal(true);
    expect(configurator.configuration?.serialize()).to.deep.equal(before);
    configurator.undo();
    configurator.undo();
    await until(() => reds() === 0);
    expect(configurator.configuration?.parameter('tint').value).to.equal('#0000ff');
    expect(errors).to.deep.equal([]);
  });
});
