import {TwikError} from '../../core/error.js';
import type {SceneEntry, ScenePlan} from '../../core/scene/plan.js';
import {parsePointer, type ScenePointer} from '../../core/scene/pointer.js';
import type {Assets} from './assets.js';
import type {ModelState} from './model-state.js';
import type {Models} from './models.js';
import {readMaterial} from './read-material.js';
import {loadVariant, readNode} from './read-node.js';
import {suggestion} from './suggestion.js';
import {toText} from './scene-value.js';
import {ModelWishes} from './wishes.js';

/** An entry that cannot be applied, and why. */
export interface Failure {
  readonly entry: SceneEntry;
  readonly error: TwikError;
}

/** What one plan wants, as far as it has been read. */
export class Reading {
  readonly models: Models;
  readonly assets: Assets;
  readonly failures: Failure[] = [];
  readonly #wishes = new Map<ModelState, ModelWishes>();

  constructor(models: Models, assets: Assets) {
    this.models = models;
    this.assets = assets;
  }

  wishesOf(state: ModelState): ModelWishes {
    let wishes = this.#wishes.get(state);
    if (!wishes) this.#wishes.set(state, (wishes = new ModelWishes()));
    return wishes;
  }
}

/** Reads plans: finds what pointers name, checks values, and has assets loaded. */
export class PlanReader {
  readonly #models: Models;
  readonly #assets: Assets;
  readonly #pointers = new Map<string, ScenePointer>();

  constructor(models: Models, assets: Assets) {
    this.#models = models;
    this.#assets = assets;
  }

  /**
   * Reads a plan. What is wrong with one entry hinders no other. A model that is not in memory has no entries yet: they
   * are read when something has mounted it.
   */
  read(plan: ScenePlan): Reading {
    const reading = new Reading(this.#models, this.#assets);
    this.#assets.begin();
    for (const entry of plan) {
      const state = this.#models.state(entry.model);
      if (!state) continue;
      for (const read of this.#readersOf(reading, state, entry)) {
        try {
          read();
        } catch (error) {
          reading.failures.push({entry, error: explain(entry, error)});
        }
      }
    }
    return reading;
  }

  /** One for each node or material that the entry means. */
  #readersOf(reading: Reading, state: ModelState, {pointer, value}: SceneEntry): (() => void)[] {
    try {
      const {target, property} = this.#parse(pointer);
      switch (target.kind) {
        case 'node':
          return state.index.nodesAt(target.path).map((node) => () => readNode(reading, state, node, property, value));
        case 'material':
          return state.index
            .materialsNamed(target.name)
            .map((material) => () => readMaterial(reading, state, material, property, value));
        case 'model':
          return [
            () => {
              const tail = property.join('/');
              if (tail !== 'twik:variant') {
                throw new TwikError(
                  'pointer-unsupported',
                  `A model has no "${tail}". ${suggestion(tail, ['twik:variant'])}`,
                );
              }
              const variant = state.index.variantNamed(value === null ? null : toText(value));
              reading.wishesOf(state).variant = variant;
              if (variant !== null) loadVariant(reading, state, variant, state.originals.keys());
            },
          ];
      }
    } catch (error) {
      return [
        () => {
          throw error;
        },
      ];
    }
  }

  #parse(pointer: string): ScenePointer {
    let parsed = this.#pointers.get(pointer);
    if (!parsed) this.#pointers.set(pointer, (parsed = parsePointer(pointer)));
    return parsed;
  }
}

function explain({model, pointer}: SceneEntry, cause: unknown): TwikError {
  const code = cause instanceof TwikError ? cause.code : 'binding-failed';
  const sentence = cause instanceof Error ? cause.message : String(cause);
  return new TwikError(code, `Binding "${pointer}" of model "${model}": ${sentence}`, {cause});
}
