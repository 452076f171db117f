import type {SceneView} from '../core/product/scene-definition.js';
import type {ScenePlan} from '../core/scene/plan.js';
import type {StageEvent} from './stage-event.js';

export interface StageOptions {
  readonly canvas: HTMLCanvasElement;
  readonly onEvent?: (event: StageEvent) => void;
}

export interface LoadOptions {
  /** What models and textures are relative to. Default: the page. */
  readonly baseUrl?: string;
  /** What the first picture shows of the models. Default: the models as they are. */
  readonly plan?: ScenePlan;
  /** The first one is where the camera starts. */
  readonly views?: ReadonlyMap<string, SceneView>;
  /** The view to start from instead. */
  readonly view?: string;
  readonly signal?: AbortSignal;
}
