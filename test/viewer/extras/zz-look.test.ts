import {Outline} from '../../../src/viewer/extras/outline.js';
import {Stage} from '../../../src/viewer/stage.js';
import {nextFrame, wall} from './host.js';
import {cubeUrl} from '../support/glb.js';
import {cube} from '../support/stage.js';

const send = (canvas: HTMLCanvasElement, name: string) => {
  const c = document.createElement('canvas');
  c.width = canvas.width; c.height = canvas.height;
  const x = c.getContext('2d')!;
  x.fillStyle = '#fff'; x.fillRect(0, 0, c.width, c.height); x.drawImage(canvas, 0, 0);
  return fetch('http://localhost:8977/' + name, {method: 'POST', mode: 'no-cors', body: c.toDataURL()});
};
function make() {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'width:600px;height:500px';
  document.body.append(canvas);
  const stage = new Stage({canvas, onEvent: (e) => e.kind === 'error' && console.log(e.error.message)});
  return {stage, canvas};
}
describe('look', () => {
  it('chair', async () => {
    const {stage, canvas} = make();
    const base = '/demo/products/chair/build/';
    await stage.load([{id: 'chair', src: base + 'chair.glb', load: 'start'}, {id: 'taper', src: base + 'legs-taper.glb', load: 'demand'}, {id: 'runners', src: base + 'legs-runners.glb', load: 'demand'}] as never, {baseUrl: location.origin + '/', plan: [{model: 'chair', pointer: '/nodes/@Legs/twik:mount', value: 'taper'}] as never});
    const names: string[] = [];
    stage.content!.scene.traverseVisible((o) => o.userData['name'] && names.push(String(o.userData['name'])));
    console.log(names.join(' '));
    const outline = new Outline(stage, canvas);
    for (const [i, name] of ['Legs', 'Frame', ...names.filter((n) => /Seat|Back|Welt|Arm/.test(n)).slice(0, 5)].entries()) {
      try { outline.show([{node: name}]); } catch (e) { console.log(String(e)); continue; }
      await nextFrame(stage);
      await send(canvas, `chair-${i}-${name}`);
    }
    stage.camera = {...stage.camera, azimuth: 2.6, polar: 1.1};
    outline.show([{node: 'Legs'}]);
    await nextFrame(stage);
    await send(canvas, `chair-back-legs`);
    stage.dispose();
  });
  it('cube', async () => {
    const {stage, canvas} = make();
    await stage.load(cube(cubeUrl((json) => {
      json.nodes.push({name: 'Wall', mesh: 0, translation: [0, 0, 1], scale: [0.5, 0.5, 0.1]});
      json['scenes'] = [{nodes: [0, 1]}];
    })));
    const outline = new Outline(stage, canvas);
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    await send(canvas, 'cube');
    outline.show([{node: 'Cube'}], {color: 'rgb(255 140 0 / 0.6)', widthPx: 12});
    await nextFrame(stage);
    await send(canvas, 'cube-wide');
    void wall;
    stage.dispose();
  });
});
