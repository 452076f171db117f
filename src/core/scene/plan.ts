/** What a pointer is set to: already in glTF's units (metres, radians, linear factors or `#rrggbb` colours). */
export type SceneValue = number | boolean | string | null | readonly number[] | RepeatValue | PrintValue;

/** `count` copies of a node, each `stepM` from the one before. */
export interface RepeatValue {
  readonly kind: 'repeat';
  readonly count: number;
  readonly stepM: readonly [number, number, number];
}

/** Words on the UV square of a node. */
export interface PrintValue {
  readonly kind: 'print';
  readonly text: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly font: string;
  readonly weight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly sizeM: readonly [number, number];
}

/** One place of the scene and its value. */
export interface SceneEntry {
  readonly model: string;
  readonly pointer: string;
  readonly value: SceneValue;
}

/** Everything that a configuration sets in the scene, in the order of the definition's bindings. */
export type ScenePlan = readonly SceneEntry[];
