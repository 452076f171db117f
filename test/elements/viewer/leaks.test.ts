import {expect, fixture, html} from '@open-wc/testing';
import {WebGLRenderer} from 'three';
import {allContexts, holdingsOf, liveContexts, newestContext} from '../../viewer/support/gl-probe.js';
import {cubeUrl} from '../../viewer/support/glb.js';
import {TwikViewer} from '../../../src/elements/viewer.js';
import {runs} from '../../support/runs.js';

customElements.define('twik-viewer', TwikViewer);

const cycles = runs(8, 20, 100);

async function openViewer(): Promise<TwikViewer> {
  const viewer = await fixture<TwikViewer>(html`<twik-viewer src=${cubeUrl()}></twik-viewer>`);
  viewer.style.inlineSize = '100px';
  await viewer.ready;
  return viewer;
}

/** Adds a viewer with a model of its own to the page, and removes it when its picture is there. */
async function comeAndGo(): Promise<void> {
  const viewer = await openViewer();
  viewer.remove();
  await new Promise((done) => setTimeout(done));
}

/** What three keeps of a context for itself, whatever is drawn: stand-ins that it never deletes. */
function holdingsOfThree() {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) throw new Error('There is no WebGL.');
  const renderer = new WebGLRenderer({context, canvas: context.canvas});
  renderer.dispose();
  const holdings = holdingsOf(context);
  renderer.forceContextLoss();
  return holdings;
}

describe('viewers that come and go', () => {
  it('leave nothing in the context of a viewer that stays', async () => {
    const stays = await openViewer();
    await comeAndGo();
    const context = newestContext();
    const before = holdingsOf(context);
    expect(before.get('Texture')).to.be.above(0);
    for (let cycle = 0; cycle < cycles; cycle++) await comeAndGo();
    expect(newestContext() === context).to.equal(true);
    expect(holdingsOf(context)).to.deep.equal(before);
    stays.remove();
  });

  it('give their context back with the last of them, and nothing of theirs is left in it', async () => {
    const before = allContexts().length;
    for (let cycle = 0; cycle < cycles; cycle++) await comeAndGo();
    expect(liveContexts()).to.equal(0);
    const own = allContexts().slice(before);
    expect(own).to.have.lengthOf(cycles);
    const untouched = holdingsOfThree();
    for (const context of own) expect(holdingsOf(context)).to.deep.equal(untouched);
  });
});
