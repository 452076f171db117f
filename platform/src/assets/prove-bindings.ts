import {existsSync} from 'node:fs';
import path from 'node:path';
import {TwikError, type Binding} from '@twik/sdk/core';
import {parsePointer} from '@twik/sdk/product';
import type {Finding} from '../cli/finding.js';
import {BoundThings} from './bound-things.js';
import type {ModelOutline} from './model-outline.js';
import {possibleTexts} from './possible-texts.js';
import {localFile, type ProductOnDisk} from './product-scene.js';
import {resolvePointer} from './resolve-pointer.js';
import {suggest} from './suggest.js';

/** What the bindings of a product mean in its models. */
export interface BindingProof {
  /** One for each binding that means nothing, or names a value that is not there. */
  readonly findings: readonly Finding[];
  /** By model. */
  readonly bound: ReadonlyMap<string, BoundThings>;
}

/**
 * Proves every binding of a product against its models: that its pointer means something, and that whatever it may be
 * set to (materials, variants, models, textures) is there.
 */
export function proveBindings(source: ProductOnDisk, outlines: ReadonlyMap<string, ModelOutline>): BindingProof {
  const bound = new Map([...outlines].map(([id, outline]) => [id, new BoundThings(outline)] as const));
  const findings = source.models.flatMap(({id, bindings}) => {
    const things = bound.get(id);
    // A model that cannot be read has its own finding.
    if (!things) return [];
    return bindings.flatMap((binding) => {
      const errors = [...provePointer(things, binding), ...proveValues(source, bound, things, binding)];
      return errors.map(({code, message}): Finding => {
        const sentence = `Binding "${binding.set}" of model "${id}": ${message}`;
        return {severity: 'error', code, message: sentence, file: source.file, path: binding.path};
      });
    });
  });
  return {findings, bound};
}

function provePointer(things: BoundThings, {set, to}: Binding): TwikError[] {
  try {
    const {nodes, materials} = resolvePointer(things.outline, set, to.kind === 'vector' ? to.formulas.length : null);
    things.addNodes(nodes);
    things.addMaterials(materials);
    return [];
  } catch (error) {
    if (error instanceof TwikError) return [error];
    throw error;
  }
}

type Check = (value: string) => TwikError | null;

function proveValues(
  source: ProductOnDisk,
  bound: ReadonlyMap<string, BoundThings>,
  things: BoundThings,
  {set, to}: Binding,
): TwikError[] {
  if (to.kind !== 'value') return [];
  const tail = parsePointer(set).property.join('/');
  const values = possibleTexts(to.formula, source.product);
  const prove = (check: Check) => [...(values ?? [])].flatMap((value) => (value === '' ? [] : (check(value) ?? [])));
  if (tail === 'twik:material') {
    // It may become any material, so none may go.
    if (!values) for (const other of bound.values()) other.addEveryMaterial();
    return prove((value) => wear(bound, things, value));
  }
  if (tail === 'twik:variant') {
    return prove((value) =>
      things.outline.variants.includes(value)
        ? null
        : new TwikError('variant-not-found', `There is no variant "${value}". ${suggest(things.outline.variants)}`),
    );
  }
  if (tail === 'twik:mount') {
    const ids = source.models.map(({id}) => id);
    return prove((value) =>
      ids.includes(value) ? null : new TwikError('model-unknown', `There is no model "${value}". ${suggest(ids)}`),
    );
  }
  if (!tail.endsWith('Texture')) return [];
  if (!values) things.addEveryTexture();
  return prove((value) => useTexture(path.dirname(source.file), things, value));
}

/** A material by name: of the same model, or `model/Name`. */
function wear(bound: ReadonlyMap<string, BoundThings>, own: BoundThings, value: string): TwikError | null {
  const slash = value.indexOf('/');
  const isForeign = slash > 0 && !own.outline.materials.includes(value);
  const things = isForeign ? bound.get(value.slice(0, slash)) : own;
  if (!things)
    return new TwikError('model-unknown', `There is no model "${value.slice(0, slash)}". ${suggest(bound.keys())}`);
  const name = isForeign ? value.slice(slash + 1) : value;
  const {materials} = things.outline;
  const found = materials.flatMap((candidate, index) => (candidate === name ? [index] : []));
  things.addMaterials(found);
  if (found.length === 1) return null;
  return found.length === 0
    ? new TwikError('material-not-found', `There is no material "${name}". ${suggest(materials)}`)
    : new TwikError('material-ambiguous', `Several materials are called "${name}". Rename them in the file.`);
}

/** A texture of the model by `@Name`, or a picture beside the product. */
function useTexture(folder: string, things: BoundThings, value: string): TwikError | null {
  if (value.startsWith('@')) {
    const name = value.slice(1);
    things.addTexture(name);
    const {textures} = things.outline;
    return textures.has(name)
      ? null
      : new TwikError('texture-not-found', `There is no texture "${name}". ${suggest(textures)}`);
  }
  const file = localFile(folder, value);
  if (file === null || existsSync(file)) return null;
  return new TwikError('texture-missing', `The picture "${value}" is not there. Put it beside the product.`);
}
