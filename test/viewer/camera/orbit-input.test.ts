import {expect, fixture, html} from '@open-wc/testing';
import {OrbitInput} from '../../../src/viewer/camera/orbit-input.js';

async function setUp(): Promise<{canvas: HTMLCanvasElement; asked: string[]; input: OrbitInput}> {
  const canvas = await fixture<HTMLCanvasElement>(html`<canvas tabindex="0" width="200" height="100"></canvas>`);
  const asked: string[] = [];
  const input = new OrbitInput(canvas, {
    turn: (azimuth, polar) => asked.push(`turn ${azimuth.toFixed(2)} ${polar.toFixed(2)}`),
    zoom: (factor) => asked.push(`zoom ${factor.toFixed(2)}`),
    reset: () => asked.push('reset'),
    tap: (x, y) => asked.push(`tap ${x} ${y}`),
    hold: (isHeld) => asked.push(isHeld ? 'hold' : 'let go'),
  });
  return {canvas, asked, input};
}

function pointer(canvas: HTMLCanvasElement, type: string, x: number, y: number, pointerId = 1): void {
  const {left, top} = canvas.getBoundingClientRect();
  canvas.dispatchEvent(
    new PointerEvent(`pointer${type}`, {pointerId, clientX: left + x, clientY: top + y, button: 0, bubbles: true}),
  );
}

function wheel(canvas: HTMLCanvasElement, options: WheelEventInit): WheelEvent {
  const event = new WheelEvent('wheel', {...options, cancelable: true, bubbles: true});
  canvas.dispatchEvent(event);
  return event;
}

describe('OrbitInput', () => {
  it('turns by a drag: half a turn for the height of the canvas', async () => {
    const {canvas, asked} = await setUp();
    pointer(canvas, 'down', 10, 10);
    pointer(canvas, 'move', 60, 35);
    pointer(canvas, 'up', 60, 35);
    expect(asked).to.deep.equal(['hold', 'turn -1.57 -0.79', 'let go']);
  });

  it('zooms by two fingers and does not turn meanwhile', async () => {
    const {canvas, asked} = await setUp();
    pointer(canvas, 'down', 50, 50, 1);
    pointer(canvas, 'down', 100, 50, 2);
    pointer(canvas, 'move', 150, 50, 2);
    pointer(canvas, 'up', 150, 50, 2);
    pointer(canvas, 'up', 50, 50, 1);
    expect(asked).to.deep.equal(['hold', 'zoom 0.50', 'let go']);
  });

  it('takes a touch that hardly moved for a tap', async () => {
    const {canvas, asked} = await setUp();
    pointer(canvas, 'down', 20, 30);
    pointer(canvas, 'up', 20, 30);
    expect(asked).to.deep.equal(['hold', 'let go', 'tap 20 30']);
  });

  it('lets go when the browser takes the finger for scrolling', async () => {
    const {canvas, asked} = await setUp();
    pointer(canvas, 'down', 20, 30);
    pointer(canvas, 'cancel', 20, 30);
    expect(asked).to.deep.equal(['hold', 'let go']);
    expect(canvas.style.touchAction).to.equal('pan-y');
  });

  it('leaves the wheel to the page until the canvas has the focus', async () => {
    const {canvas, asked} = await setUp();
    expect(wheel(canvas, {deltaY: 100}).defaultPrevented).to.equal(false);
    expect(asked).to.deep.equal([]);
    canvas.focus();
    expect(wheel(canvas, {deltaY: 100}).defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal(['zoom 1.16']);
  });

  it('zooms by a pinch on a trackpad without focus', async () => {
    const {canvas, asked} = await setUp();
    expect(wheel(canvas, {deltaY: -10, ctrlKey: true}).defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal(['zoom 0.90']);
  });

  const keys = [
    {key: 'ArrowLeft', does: 'turn -0.26 0.00'},
    {key: 'ArrowRight', does: 'turn 0.26 0.00'},
    {key: 'ArrowUp', does: 'turn 0.00 -0.13'},
    {key: 'ArrowDown', does: 'turn 0.00 0.13'},
    {key: '+', does: 'zoom 0.80'},
    {key: '-', does: 'zoom 1.25'},
    {key: 'PageUp', does: 'zoom 0.80'},
    {key: 'PageDown', does: 'zoom 1.25'},
    {key: 'Home', does: 'reset'},
  ];
  for (const {key, does} of keys) {
    it(`does "${does}" for the key ${key}`, async () => {
      const {canvas, asked} = await setUp();
      const event = new KeyboardEvent('keydown', {key, cancelable: true});
      canvas.dispatchEvent(event);
      expect(asked).to.deep.equal([does]);
      expect(event.defaultPrevented).to.equal(true);
    });
  }

  it('leaves other keys and shortcuts alone', async () => {
    const {canvas, asked} = await setUp();
    for (const init of [{key: 'Tab'}, {key: 'ArrowLeft', altKey: true}, {key: 'toString'}]) {
      const event = new KeyboardEvent('keydown', {...init, cancelable: true});
      canvas.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect(asked).to.deep.equal([]);
  });

  it('listens no more after its end, and lets go', async () => {
    const {canvas, asked, input} = await setUp();
    pointer(canvas, 'down', 10, 10);
    input.dispose();
    pointer(canvas, 'move', 60, 10);
    expect(asked).to.deep.equal(['hold', 'let go']);
    expect(canvas.style.touchAction).to.equal('');
  });
});
