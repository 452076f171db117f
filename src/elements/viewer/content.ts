import type {Configuration} from '../../core/configuration/configuration.js';
import type {SceneModel, SceneView} from '../../core/product/scene-definition.js';
import type {ScenePlan} from '../../core/scene/plan.js';

/** What a viewer is to show. */
export interface ViewerContent {
  /** Equal for what needs no new load, only another plan. */
  readonly key: unknown;
  readonly models: readonly SceneModel[];
  /** What the addresses of models are relative to. */
  readonly baseUrl: string;
  readonly plan: ScenePlan;
  readonly views: ReadonlyMap<string, SceneView>;
}

/** The id that the model of a viewer with `src` has in events and plans. */
export const onlyModel = 'model';

/** A model by itself, in one of its variants; `''` is the one the file itself chooses. */
export function contentOfModel(src: string, variant: string, baseUrl: string): ViewerContent {
  return {
    key: src,
    models: [{id: onlyModel, src, load: 'start'}],
    baseUrl,
    plan: variant === '' ? [] : [{model: onlyModel, pointer: '/twik:variant', value: variant}],
    views: new Map(),
  };
}

/** What a configuration shows at present; `null` for a product without a scene. */
export function contentOfConfiguration(configuration: Configuration, pageUrl: string): ViewerContent | null {
  const {scene, baseUrl} = configuration.product;
  if (!scene) return null;
  return {
    key: configuration.product,
    models: scene.models,
    baseUrl: baseUrl || pageUrl,
    plan: configuration.plan(),
    views: scene.views,
  };
}
