import type {Texture} from 'three';
import type {PrintValue, RepeatValue} from '../../core/scene/plan.js';
import type {FactorValue} from './material-factors.js';
import type {ModelState} from './model-state.js';
import type {TextureSlot} from './texture-slots.js';

/** A material of this or another model. */
export interface MaterialReference {
  readonly state: ModelState;
  readonly material: number;
}

/** What a plan wants of one node; what is not here is as the file has it. */
export interface NodeWish {
  translation?: readonly number[];
  rotation?: readonly number[];
  scale?: readonly number[];
  visible?: boolean;
  /** By morph target. */
  readonly weights: Map<number, number>;
  material?: MaterialReference;
  /** `null` is the file's own materials, whatever the model's variant. */
  variant?: number | null;
  mount?: ModelState;
  repeat?: RepeatValue;
  print?: PrintValue;
}

/** `KHR_texture_transform`, as far as it is wanted otherwise than in the file. */
export interface TransformWish {
  offset?: readonly number[];
  scale?: readonly number[];
  rotation?: number;
}

/** What a plan wants of one material. */
export interface MaterialWish {
  /** By the factor's pointer within the material. */
  readonly factors: Map<string, FactorValue>;
  /** Pictures to wear instead of the file's; each stays the property of who loaded it. */
  readonly textures: Map<TextureSlot, Texture>;
  readonly transforms: Map<TextureSlot, TransformWish>;
  normalScale?: number;
}

/** What a plan wants of one model, every name resolved and every asset at hand. */
export class ModelWishes {
  readonly nodes = new Map<number, NodeWish>();
  readonly materials = new Map<number, MaterialWish>();
  variant: number | null = null;

  node(node: number): NodeWish {
    let wish = this.nodes.get(node);
    if (!wish) this.nodes.set(node, (wish = {weights: new Map()}));
    return wish;
  }

  material(material: number): MaterialWish {
    let wish = this.materials.get(material);
    if (!wish) this.materials.set(material, (wish = {factors: new Map(), textures: new Map(), transforms: new Map()}));
    return wish;
  }
}
