import {DataTexture, Mesh, Scene, type Material, type Object3D, type Texture} from 'three';
import {TwikError} from '../../../src/core/error.js';
import type {PrintValue, SceneEntry, SceneValue} from '../../../src/core/scene/plan.js';
import type {BindingContext} from '../../../src/viewer/binding-context.js';
import {SceneBinder} from '../../../src/viewer/binding/scene-binder.js';
import type {LoadedModel} from '../../../src/viewer/loaded-model.js';

interface Waiting<T> {
  resolve(value: T): void;
  reject(error: unknown): void;
  readonly signal: AbortSignal | undefined;
}

/** A stage without a picture: hands out models and textures when the test says so. */
export class Bench implements BindingContext {
  readonly scene = new Scene();
  readonly binder: SceneBinder;
  readonly maxAnisotropy = 4;
  frames = 0;
  moves = 0;
  /** What the binder has asked for and not been given, by id or address. */
  readonly waiting = new Map<string, Waiting<never>>();
  readonly textures: Texture[] = [];
  precompiled: readonly Object3D[] = [];
  readonly #models = new Map<string, LoadedModel>();
  readonly #demand = new Map<string, LoadedModel>();

  constructor(...models: LoadedModel[]) {
    for (const model of models) {
      this.#models.set(model.id, model);
      this.scene.add(model.root);
    }
    this.binder = new SceneBinder(this);
  }

  /** Offers a model that is fetched when something wants it. */
  offer(model: LoadedModel): this {
    this.#demand.set(model.id, model);
    return this;
  }

  model(id: string): LoadedModel | null {
    return this.#models.get(id) ?? null;
  }

  async requireModel(id: string, signal?: AbortSignal): Promise<LoadedModel> {
    const model = this.#demand.get(id);
    if (!model) throw new TwikError('model-unknown', `The scene has no model "${id}".`);
    await this.#wait(id, signal);
    this.#models.set(id, model);
    return model;
  }

  async loadTexture(src: string): Promise<Texture> {
    await this.#wait(src);
    const texture = new DataTexture(new Uint8Array([255, 0, 0, 255]), 1, 1);
    texture.name = src;
    this.textures.push(texture);
    return texture;
  }

  invalidate(): void {
    this.frames++;
  }

  boundsChanged(): void {
    this.moves++;
  }

  precompile(objects: readonly Object3D[]): Promise<void> {
    this.precompiled = objects;
    return Promise.resolve();
  }

  /** Lets something arrive, and waits until the binder has seen it. */
  async arrive(key: string): Promise<void> {
    this.#waitingFor(key).resolve(undefined as never);
    await settled();
  }

  async fail(key: string, error: Error): Promise<void> {
    this.#waitingFor(key).reject(error);
    await settled();
  }

  apply(values: Record<string, SceneValue>, model = 'body'): Promise<void> {
    return this.binder.apply(entries(values, model));
  }

  /** What applying a plan reports. */
  async failure(values: Record<string, SceneValue>, model = 'body'): Promise<TwikError> {
    try {
      await this.apply(values, model);
    } catch (error) {
      if (error instanceof TwikError) return error;
      throw error;
    }
    throw new Error('Nothing was reported.');
  }

  /** The objects that come from the node of this name, in the order of the scene. */
  all(name: string): Object3D[] {
    const found: Object3D[] = [];
    this.scene.traverse((object) => {
      if (object.userData['name'] === name) found.push(object);
    });
    return found;
  }

  one(name: string): Object3D {
    const [object] = this.all(name);
    if (!object) throw new Error(`No object of node ${name}.`);
    return object;
  }

  /** What the node of this name wears. */
  worn(name: string): Material {
    return materialOf(this.one(name));
  }

  #wait(key: string, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => this.waiting.set(key, {resolve, reject, signal}));
  }

  #waitingFor(key: string): Waiting<never> {
    const waiting = this.waiting.get(key);
    if (!waiting) throw new Error(`Nobody waits for ${key}, but for ${[...this.waiting.keys()].join()}.`);
    this.waiting.delete(key);
    return waiting;
  }
}

export function entries(values: Record<string, SceneValue>, model = 'body'): SceneEntry[] {
  return Object.entries(values).map(([pointer, value]) => ({model, pointer, value}));
}

export function materialOf(object: Object3D): Material {
  if (!(object instanceof Mesh) || Array.isArray(object.material)) throw new Error('No mesh.');
  return object.material as Material;
}

/** A test's own type check: the object or a failure. */
export function as<T extends object>(kind: abstract new (...args: never[]) => T, value: unknown): T {
  if (value instanceof kind) return value;
  throw new Error(`Not a ${kind.name}.`);
}

export function print(text: string, options: Partial<PrintValue> = {}): PrintValue {
  return {
    kind: 'print',
    text,
    color: '#204060',
    font: 'sans-serif',
    weight: 400,
    align: 'center',
    sizeM: [0.1, 0.05],
    ...options,
  };
}

/** Everything that has been set going by what has arrived is done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
