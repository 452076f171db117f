import type {ScenePlan} from '../../../src/core/scene/plan.js';
import type {Stage} from '../../../src/viewer/stage.js';
import {countDuring} from '../support/gl-probe.js';
import {cubeUrl, type cubeJson} from '../support/glb.js';
import {createStage, cube, disposeStages, views, wait} from '../support/stage.js';

const hosts = new Set<HTMLElement>();

/** A stage whose canvas is in the shadow root of an element, as a viewer has it. */
export function createHost(): {stage: Stage; host: HTMLElement; root: ShadowRoot; canvas: HTMLCanvasElement} {
  const {stage, canvas} = createStage();
  const host = document.createElement('div');
  host.style.cssText = 'position: relative; width: 160px; height: 120px; overflow: hidden';
  const root = host.attachShadow({mode: 'open'});
  canvas.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%';
  canvas.tabIndex = 0;
  root.append(canvas);
  document.body.append(host);
  hosts.add(host);
  return {stage, host, root, canvas};
}

/** For `afterEach`. */
export function disposeHosts(): void {
  disposeStages();
  for (const host of hosts) host.remove();
  hosts.clear();
}

/** Shows the cube from the front, with a small wall before it that is hidden in the file. */
export const loadScene = (
  stage: Stage,
  plan: ScenePlan = [],
  change: (json: ReturnType<typeof cubeJson>) => void = () => undefined,
) =>
  stage.load(
    cube(
      cubeUrl((json) => {
        json.nodes.push({
          name: 'Wall',
          mesh: 0,
          translation: [0, 0, 1],
          scale: [0.5, 0.5, 0.1],
          extensions: {KHR_node_visibility: {visible: false}},
        });
        json['scenes'] = [{nodes: [0, 1]}];
        json['extensionsUsed'] = ['KHR_node_visibility'];
        change(json);
      }),
    ),
    {views, plan},
  );

export const wall = (isVisible: boolean): ScenePlan => [
  {model: 'cube', pointer: '/nodes/@Wall/extensions/KHR_node_visibility/visible', value: isVisible},
];

/** Resolves after the next frame that is drawn. */
export const nextFrame = (stage: Stage) =>
  new Promise<void>((done) => {
    const tell = () => {
      stage.drawn.delete(tell);
      done();
    };
    stage.drawn.add(tell);
  });

/** Resolves when a while has passed in which nobody has asked for a frame. */
export async function comesToRest(): Promise<void> {
  while ((await countDuring(() => wait(150))).frames > 0);
}
