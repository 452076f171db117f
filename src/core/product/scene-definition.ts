import type {Expression} from '../expression/expression.js';

/** A glTF file of the scene. */
export interface SceneModel {
  readonly id: string;
  /** Relative to `Product.baseUrl`. */
  readonly src: string;
  /** `start`: shown from the first picture. `demand`: fetched when something mounts it, and shown only there. */
  readonly load: 'start' | 'demand';
}

/** A camera position. */
export interface SceneView {
  readonly id: string;
  /** Azimuth about the vertical axis from the front (+Z), then polar angle from the top, in degrees. */
  readonly orbitDeg: readonly [number, number];
  /** From the target; `null` frames the whole scene. */
  readonly distanceM: number | null;
  /** `null` is the middle of the scene. */
  readonly targetM: readonly [number, number, number] | null;
}

/** What a binding sets its pointer to. Formulas with a length arrive in metres, angles in radians. */
export type BindingTarget =
  | {readonly kind: 'value'; readonly formula: Expression}
  | {readonly kind: 'vector'; readonly formulas: readonly Expression[]}
  | {
      readonly kind: 'repeat';
      /** How many of the node there are in all; 0 shows none. */
      readonly count: Expression;
      /** Offset from each to the next. */
      readonly step: readonly [Expression, Expression, Expression];
    }
  | {
      readonly kind: 'print';
      readonly text: Expression;
      /** `#rrggbb`. */
      readonly color: Expression | null;
      /** A CSS font family that the page or the product provides. Default `sans-serif`. */
      readonly font: string;
      readonly weight: number;
      readonly align: 'left' | 'center' | 'right';
      /** Width and height of the printed area, which covers the UV square of the node. */
      readonly size: readonly [Expression, Expression];
    };

/** Ties a place in a model to a formula. */
export interface Binding {
  /** The model whose nodes and materials are meant. */
  readonly model: string;
  /** A glTF Object Model pointer by name, such as `/nodes/@Door/extensions/KHR_node_visibility/visible`. */
  readonly set: string;
  readonly to: BindingTarget;
  readonly path: string;
}

export interface SceneDefinition {
  /** The first is the one that bindings mean when they name none. */
  readonly models: readonly SceneModel[];
  readonly bindings: readonly Binding[];
  readonly views: ReadonlyMap<string, SceneView>;
  /** The light: `neutral`, the only one built in. */
  readonly environment: string;
}
