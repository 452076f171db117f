import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {isWebKit} from '../../support/engines.js';
import {Vector3} from 'three';
import type {TwikError} from '../../../src/core/error.js';
import {Hotspots} from '../../../src/viewer/extras/hotspots.js';
import type {Stage} from '../../../src/viewer/stage.js';
import {countDuring} from '../support/gl-probe.js';
import {until, wait} from '../support/stage.js';
import {comesToRest, createHost, disposeHosts, loadScene, wall} from './host.js';
import {preferStillness} from './prefer-stillness.js';

let made: Hotspots[] = [];

function addHotspot(host: HTMLElement, data: Record<string, string>, slot = 'hotspot'): HTMLButtonElement {
  const button = document.createElement('button');
  button.slot = slot;
  button.style.cssText = 'width: 20px; height: 10px; padding: 0; border: 0';
  Object.assign(button.dataset, data);
  host.append(button);
  return button;
}

/** All that hotspots need, and what they tell. */
function createHotspots(onFocus?: (hotspot: HTMLElement) => void) {
  const {stage, host, root, canvas} = createHost();
  const seen: (readonly [HTMLElement, boolean])[] = [];
  const errors: TwikError[] = [];
  const start = () => {
    const hotspots = new Hotspots(stage, host, (...change) => seen.push(change), {
      onError: (error) => errors.push(error),
      ...(onFocus ? {onFocus} : {}),
    });
    made.push(hotspots);
    return hotspots;
  };
  const isSeen = (element: HTMLElement) => seen.filter(([other]) => other === element).at(-1)?.[1];
  return {stage, host, root, canvas, seen, errors, start, isSeen};
}

/** Where a point of the scene is in the picture, in CSS pixels. */
function placeOf(stage: Stage, x: number, y: number, z: number): [x: number, y: number] {
  const point = new Vector3(x, y, z).project(stage.rig.place());
  return [(point.x + 1) * 80, (1 - point.y) * 60];
}

function expectAt(element: HTMLElement, [x, y]: readonly [number, number]): void {
  const box = element.getBoundingClientRect();
  const host = element.parentElement!.getBoundingClientRect();
  expect(box.left + box.width / 2 - host.left).to.be.closeTo(x, 1);
  expect(box.top + box.height / 2 - host.top).to.be.closeTo(y, 1);
}

describe('Hotspots', () => {
  afterEach(() => {
    for (const hotspots of made) hotspots.dispose();
    made = [];
    disposeHosts();
  });

  it('centres elements on their points, whatever their slot is called and however the camera moves', async () => {
    const {stage, host, start} = createHotspots();
    const first = addHotspot(host, {position: '0.5 0.5 0.5'});
    const second = addHotspot(host, {position: '-0.5m -.5m 5e-1'}, 'hotspot-foot');
    start();
    await loadScene(stage);
    expectAt(first, placeOf(stage, 0.5, 0.5, 0.5));
    expectAt(second, placeOf(stage, -0.5, -0.5, 0.5));
    stage.goTo('side');
    await until(() => Math.abs(stage.camera.azimuth - Math.PI / 2) < 1e-9);
    expectAt(first, placeOf(stage, 0.5, 0.5, 0.5));
  });

  it('goes with its node when a configuration moves it', async () => {
    const {stage, host, start} = createHotspots();
    const element = addHotspot(host, {position: '0 0.5 0', node: 'Cube'});
    start();
    await loadScene(stage);
    const fixed = addHotspot(host, {position: '5 5 0'});
    await stage.apply([{model: 'cube', pointer: '/nodes/@Cube/translation', value: [0.3, 0, 0]}]);
    await until(() => fixed.style.visibility === 'hidden');
    await until(() => !stage.rig.isMoving);
    expectAt(element, placeOf(stage, 0.3, 0.5, 0));
  });

  it('marks what faces away, which stays in the tab order, and tells', async () => {
    const {stage, host, start, isSeen} = createHotspots();
    const front = addHotspot(host, {position: '0 0 0.5', normal: '0 0 1'});
    const back = addHotspot(host, {position: '0 0 -0.5', normal: '0 0 -1'});
    start();
    await loadScene(stage);
    await until(() => isSeen(front) === true && isSeen(back) === false);
    expect(front.hasAttribute('data-occluded')).to.equal(false);
    expect(back.hasAttribute('data-occluded')).to.equal(true);
    expect(getComputedStyle(back).visibility).to.equal('visible');
    back.focus();
    expect(document.activeElement).to.equal(back);
    back.blur();
    stage.camera = {...stage.camera, azimuth: Math.PI};
    await until(() => isSeen(front) === false && isSeen(back) === true);
    expect(back.hasAttribute('data-occluded')).to.equal(false);
  });

  it('marks what is covered for as long as it is', async () => {
    const {stage, host, start, isSeen} = createHotspots();
    const front = addHotspot(host, {position: '0 0 0.5'});
    const inside = addHotspot(host, {position: '0 0 0'});
    start();
    await loadScene(stage);
    await until(() => isSeen(front) === true && isSeen(inside) === false);
    await stage.apply(wall(true));
    await until(() => isSeen(front) === false);
    expect(front.hasAttribute('data-occluded')).to.equal(true);
    await stage.apply(wall(false));
    await until(() => isSeen(front) === true);
    expect(front.hasAttribute('data-occluded')).to.equal(false);
    expect(inside.hasAttribute('data-occluded')).to.equal(true);
  });

  it('sees through glass', async () => {
    const {stage, host, start, isSeen} = createHotspots();
    const front = addHotspot(host, {position: '0 0 0.5'});
    const inside = addHotspot(host, {position: '0 0 0'});
    start();
    await loadScene(stage, wall(true), (json) => {
      json.materials.push({alphaMode: 'BLEND', pbrMetallicRoughness: {baseColorFactor: [1, 1, 1, 0.2]}});
      json.meshes.push({primitives: [{attributes: {POSITION: 0}, indices: 1, material: 1}]});
      json.nodes[1]!['mesh'] = 1;
    });
    await until(() => isSeen(front) === true && isSeen(inside) === false);
  });

  it('hides what is behind the camera, out of the picture, or at a node that is hidden', async () => {
    const {stage, host, start, isSeen} = createHotspots();
    const behind = addHotspot(host, {position: '0 0 50'});
    const outside = addHotspot(host, {position: '5 0 0'});
    const onWall = addHotspot(host, {position: '0 0.5 0.5', node: 'Wall'});
    start();
    await loadScene(stage);
    await until(() => isSeen(onWall) === false);
    for (const element of [behind, outside, onWall]) expect(element.style.visibility).to.equal('hidden');
    await stage.apply(wall(true));
    await until(() => isSeen(onWall) === true);
    expect(onWall.style.visibility).to.equal('');
    expectAt(onWall, placeOf(stage, 0, 0.25, 1.05));
  });

  it('asks for no frame and changes nothing at rest', async () => {
    const {stage, host, start, isSeen} = createHotspots();
    const element = addHotspot(host, {position: '0 0 0.5'});
    start();
    await loadScene(stage);
    await until(() => isSeen(element) === true);
    await comesToRest();
    const before = host.outerHTML;
    const counts = await countDuring(() => wait(700));
    expect(counts).to.deep.equal({draws: 0, programs: 0, frames: 0});
    expect(host.outerHTML).to.equal(before);
  });

  it('follows the page: elements that come, go and change', async () => {
    const {stage, host, root, start} = createHotspots();
    start();
    await loadScene(stage);
    const element = addHotspot(host, {position: '0.5 0 0.5'}, 'hotspot-late');
    await until(() => element.style.translate !== '');
    expectAt(element, placeOf(stage, 0.5, 0, 0.5));
    element.dataset['position'] = '0 0.5 0.5';
    await wait(0);
    expectAt(element, placeOf(stage, 0, 0.5, 0.5));
    element.remove();
    await wait(0);
    expect(element.getAttribute('style')).not.to.contain('translate');
    expect(root.querySelector('[part=hotspots] slot')).to.equal(null);
  });

  it('tells of each bad one once, by name and with the cure, and shows the others', async () => {
    const {stage, host, start, errors} = createHotspots();
    const good = addHotspot(host, {position: '0 0 0.5'});
    for (const data of [
      {},
      {position: '0 1'},
      {position: '0 NaN 0'},
      {position: '1 2 3cm'},
      {position: '0 0 0', normal: '0 0 0'},
      {position: '0 0 0', node: 'Cubb'},
    ]) {
      addHotspot(host, data).textContent = 'Seat';
    }
    const hotspots = start();
    await loadScene(stage);
    await until(() => errors.length === 6);
    hotspots.refresh();
    await wait(300);
    expect(errors.map(({code}) => code)).to.deep.equal(Array(6).fill('hotspot-invalid'));
    for (const {message} of errors) expect(message).to.contain('<button slot="hotspot"> ("Seat")');
    expect(errors[1]?.message).to.contain('data-position="0 1"').and.to.contain('"0.2 0.75 -0.1"');
    expect(errors[5]?.message).to.contain('Cube');
    expectAt(good, placeOf(stage, 0, 0, 0.5));
  });

  it('turns the camera to an occluded one that gets the focus by key', async () => {
    const {stage, host, canvas, start, isSeen} = createHotspots();
    const side = addHotspot(host, {position: '-0.5 0 0', normal: '-1 0 0'});
    start();
    await loadScene(stage);
    await until(() => isSeen(side) === false);
    const {distance} = stage.camera;
    canvas.focus();
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(side);
    expect(stage.rig.goal.azimuth).to.be.closeTo(-Math.PI / 2, 1e-6);
    expect(stage.camera.azimuth).to.be.above(-Math.PI / 2);
    await until(() => isSeen(side) === true);
    await until(() => !stage.rig.isMoving);
    expect(stage.camera.azimuth).to.be.closeTo(-Math.PI / 2, 1e-6);
    expect(stage.camera.distance).to.be.closeTo(distance, 1e-6);
  });

  it('turns at once for those who prefer reduced motion', async () => {
    const {stage, host, start} = createHotspots();
    const side = addHotspot(host, {position: '0.5 0 0'});
    const hotspots = start();
    await loadScene(stage);
    const give = preferStillness();
    hotspots.turnTo(side);
    give();
    expect(stage.camera.azimuth).to.be.closeTo(Math.PI / 2, 1e-9);
    expect(stage.rig.isMoving).to.equal(false);
  });

  it('does not take the camera out of a hand', async function () {
    if (isWebKit) this.skip();
    const {stage, host, canvas, start} = createHotspots();
    const side = addHotspot(host, {position: '0.5 0 0'});
    const hotspots = start();
    await loadScene(stage);
    const {left, top} = canvas.getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(left) + 10, Math.round(top) + 10]});
    await sendMouse({type: 'down'});
    hotspots.turnTo(side);
    expect(stage.rig.isMoving).to.equal(false);
    await resetMouse();
    hotspots.turnTo(side);
    expect(stage.rig.isMoving).to.equal(true);
  });

  it('leaves it to the page where to turn to, if it wants', async () => {
    const focused: HTMLElement[] = [];
    const {stage, host, canvas, start, isSeen} = createHotspots((hotspot) => focused.push(hotspot));
    const front = addHotspot(host, {position: '0 0 0.5', normal: '0 0 1'});
    const back = addHotspot(host, {position: '0 0 -0.5', normal: '0 0 -1'});
    start();
    await loadScene(stage);
    await until(() => isSeen(front) === true && isSeen(back) === false);
    canvas.focus();
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(front);
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(back);
    expect(focused).to.deep.equal([back]);
    expect(stage.rig.isMoving).to.equal(false);
  });

  it('keeps the picture in its place when an element at the edge gets the focus', async () => {
    const {stage, host, start} = createHotspots();
    const element = addHotspot(host, {position: '0 0 0'});
    start();
    await loadScene(stage);
    const {target, distance} = stage.camera;
    stage.camera = {...stage.camera, azimuth: 0, target: [-0.34 * distance, target[1], target[2]]};
    await until(() => element.getBoundingClientRect().right > host.getBoundingClientRect().right);
    element.focus();
    expect(document.activeElement).to.equal(element);
    expect([host.scrollLeft, host.scrollTop]).to.deep.equal([0, 0]);
  });

  it('leaves no trace', async () => {
    const {stage, host, root, start} = createHotspots();
    const element = addHotspot(host, {position: '0 0 0'});
    const before = element.getAttribute('style');
    const hotspots = start();
    await loadScene(stage);
    hotspots.dispose();
    expect(element.getAttribute('style')).to.equal(before);
    expect(root.querySelector('[part=hotspots]')).to.equal(null);
    expect(stage.drawn.size).to.equal(0);
  });
});
