import {expect} from '@open-wc/testing';
import {inChromiumOnly} from '../../support/engines.js';
import {InteractionPrompt} from '../../../src/viewer/extras/interaction-prompt.js';
import {countDuring} from '../support/gl-probe.js';
import {SlowClock} from '../support/stall.js';
import {wait} from '../support/stage.js';
import {comesToRest, createHost, disposeHosts, loadScene, nextFrame} from './host.js';

const made: InteractionPrompt[] = [];
let clock: SlowClock;

async function createPrompt({hasControls = true} = {}) {
  const created = createHost();
  created.stage.hasControls = hasControls;
  const prompt = new InteractionPrompt(created.stage, created.root);
  made.push(prompt);
  const shown = () => created.root.querySelector<HTMLElement>('[part=prompt]');
  await loadScene(created.stage);
  return {...created, prompt, shown};
}

const init = {bubbles: true, composed: true, cancelable: true};

describe('InteractionPrompt', () => {
  // Nobody can see it in a tab behind another, and so it does not come; in Firefox most tests run in one.
  inChromiumOnly();

  beforeEach(() => (clock = new SlowClock()));
  afterEach(() => {
    for (const prompt of made.splice(0)) prompt.dispose();
    clock.stop();
    disposeHosts();
  });

  it('comes after three seconds, over the picture, for eyes alone', async () => {
    const {shown, host} = await createPrompt();
    await clock.pass(2500);
    expect(shown()).to.equal(null);
    await clock.pass(500);
    const prompt = shown()!;
    expect(prompt.getAttribute('aria-hidden')).to.equal('true');
    expect(getComputedStyle(prompt).pointerEvents).to.equal('none');
    const [hand, picture] = [prompt.querySelector('svg')!, host].map((element) => element.getBoundingClientRect());
    expect(hand!.width).to.equal(48);
    expect((hand!.left + hand!.right) / 2).to.be.closeTo((picture!.left + picture!.right) / 2, 40);
    expect(hand!.top).to.be.above(picture!.top);
    expect(hand!.bottom).to.be.below(picture!.bottom);
  });

  it('sways by CSS alone, only where motion is welcome, and not for ever', async () => {
    const {shown} = await createPrompt();
    await clock.pass(3000);
    const {animationName, animationIterationCount} = getComputedStyle(shown()!);
    expect([animationName, animationIterationCount]).to.deep.equal(['twik-prompt-sway', '3']);
    const rules = shown()!.getRootNode() as ShadowRoot;
    const media = rules.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const guarded = media.filter((rule) => rule instanceof CSSMediaRule && /no-preference/.test(rule.conditionText));
    expect(guarded.map(({cssText}) => /animation:/.test(cssText))).to.deep.equal([true]);
    await comesToRest();
    const {frames} = await countDuring(() => wait(300));
    expect(frames).to.equal(0);
  });

  it('goes for good when somebody turns the product', async () => {
    for (const event of [
      new PointerEvent('pointerdown', init),
      new KeyboardEvent('keydown', {...init, key: 'ArrowLeft'}),
    ]) {
      const {stage, canvas, shown} = await createPrompt();
      await clock.pass(3000);
      expect(shown()).not.to.equal(null);
      canvas.dispatchEvent(event);
      expect(shown()).to.equal(null);
      const frame = nextFrame(stage);
      stage.invalidate();
      await frame;
      await clock.pass(10_000);
      expect(shown()).to.equal(null);
      expect(stage.drawn.size).to.equal(0);
    }
  });

  it('does not come when somebody was faster', async () => {
    const {canvas, shown} = await createPrompt();
    canvas.dispatchEvent(new PointerEvent('pointerdown', init));
    await clock.pass(10_000);
    expect(shown()).to.equal(null);
  });

  it('stays for a wheel that scrolls the page and a key that leads on', async () => {
    const {canvas, shown} = await createPrompt();
    await clock.pass(3000);
    canvas.dispatchEvent(new WheelEvent('wheel', {...init, deltaY: 10}));
    canvas.dispatchEvent(new KeyboardEvent('keydown', {...init, key: 'Tab'}));
    expect(shown()).not.to.equal(null);
  });

  it('does not come where nothing can be turned', async () => {
    const {shown} = await createPrompt({hasControls: false});
    await clock.pass(10_000);
    expect(shown()).to.equal(null);
  });

  it('waits until somebody can see it', async () => {
    const {stage, shown} = await createPrompt();
    stage.isVisible = false;
    await clock.pass(10_000);
    expect(shown()).to.equal(null);
    const frame = nextFrame(stage);
    stage.isVisible = true;
    await frame;
    await clock.pass(3000);
    expect(shown()).not.to.equal(null);
  });

  it('gives way to the hint of the page', async () => {
    const {host, shown} = await createPrompt();
    const own = document.createElement('b');
    own.slot = 'interaction-prompt';
    own.textContent = 'Turn me';
    host.append(own);
    await clock.pass(3000);
    expect(own.assignedSlot?.closest('[part=prompt]')).to.equal(shown());
    expect(own.getBoundingClientRect().width).to.be.above(0);
  });
});
