import type {LoadedModel} from './loaded-model.js';
import {isItem} from './model/gltf-reader.js';

/** The names of the variants that a file offers (KHR_materials_variants), in its order. */
export function variantsOf({gltf}: LoadedModel): string[] {
  const extensions: unknown = gltf.parser.json.extensions;
  const extension = isItem(extensions) ? extensions['KHR_materials_variants'] : null;
  const variants = isItem(extension) ? extension['variants'] : null;
  if (!Array.isArray(variants)) return [];
  return variants.map((variant: unknown) =>
    isItem(variant) && typeof variant['name'] === 'string' ? variant['name'] : '',
  );
}
