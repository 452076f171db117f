import type {SceneModel, SceneView} from '../../../src/core/product/scene-definition.js';
import {Stage} from '../../../src/viewer/stage.js';
import type {StageEvent} from '../../../src/viewer/stage-event.js';
import {cubeUrl} from './glb.js';

const stages: Stage[] = [];

/** A stage on a canvas in the page, and what it tells. */
export function createStage(): {stage: Stage; canvas: HTMLCanvasElement; events: StageEvent[]} {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  canvas.style.width = '160px';
  canvas.style.height = '120px';
  const events: StageEvent[] = [];
  const stage = new Stage({canvas, onEvent: (event) => events.push(event)});
  stages.push(stage);
  return {stage, canvas, events};
}

/** Takes all of them away again; for `afterEach`. */
export function disposeStages(): void {
  for (const stage of stages.splice(0)) stage.dispose();
  for (const canvas of document.querySelectorAll('canvas')) canvas.remove();
}

/** The models of a scene with the red cube. */
export const cube = (src = cubeUrl()): SceneModel[] => [{id: 'cube', src, load: 'start'}];

export const views = new Map<string, SceneView>([
  ['front', {id: 'front', orbitDeg: [0, 80], distanceM: null, targetM: null}],
  ['side', {id: 'side', orbitDeg: [90, 80], distanceM: 4, targetM: [0, 0.1, 0]}],
]);

export const until = async (isSo: () => boolean) => {
  while (!isSo()) await wait(10);
};
export const wait = (timeMs: number) => new Promise<void>((done) => setTimeout(done, timeMs));
