import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {PictureGate, SlowClock, picturesUrl} from '../../viewer/support/stall.js';
import {TwikViewer} from '../../../src/elements/viewer.js';

customElements.define('twik-viewer', TwikViewer);

describe('a viewer whose model stalls', () => {
  it('says so within ten seconds, and shows the model when it is asked again and all is well', async () => {
    // The engine itself comes on its own time.
    await import('../../../src/viewer/index.js');
    const clock = new SlowClock();
    const gate = new PictureGate();
    try {
      const viewer = await fixture<TwikViewer>(html`<twik-viewer lang="en" src=${picturesUrl()}></twik-viewer>`);
      const told = oneEvent(viewer, 'configuration-error');
      await gate.holds(2);
      await clock.pass(10_000);
      const {detail} = await told;
      expect(detail.code).to.equal('model-stalled');
      expect(await viewer.ready.catch((reason: unknown) => reason)).to.equal(detail.error);
      await viewer.updateComplete;
      const alert = viewer.renderRoot.querySelector('[role=alert]');
      expect(alert?.textContent).to.contain('The 3D view cannot be shown.');
      gate.open();
      const ready = oneEvent(viewer, 'viewer-ready');
      alert?.querySelector('button')?.click();
      await ready;
    } finally {
      gate.open();
      clock.stop();
    }
  });
});
