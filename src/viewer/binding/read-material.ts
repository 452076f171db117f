import {TwikError} from '../../core/error.js';
import type {SceneValue} from '../../core/scene/plan.js';
import {factors} from './material-factors.js';
import type {ModelState} from './model-state.js';
import type {Reading} from './plan-reader.js';
import {toFactor, toNumber, toNumbers, toText} from './scene-value.js';
import {suggestion} from './suggestion.js';
import {hasPlaceFor, textureSlots, type TextureSlot} from './texture-slots.js';
import type {TransformWish} from './wishes.js';

const transform = '/extensions/KHR_texture_transform/';
const swappable = textureSlots.filter((slot) => slot.isSwappable);

/** Reads what a plan wants of a material's property. `null` leaves it as it is in the file. */
export function readMaterial(
  reading: Reading,
  state: ModelState,
  material: number,
  property: readonly string[],
  value: SceneValue,
): void {
  const tail = property.join('/');
  const wish = reading.wishesOf(state).material(material);
  const slot = swappable.find(({pointer}) => pointer === tail);
  if (slot) {
    needPlace(state, material, slot);
    reading.models.expectTexture(state, material, slot);
    const address = value === null ? '' : toText(value);
    const texture = address.startsWith('@')
      ? reading.assets.fileTexture(state, address.slice(1))
      : address && reading.assets.picture(address, slot.srgb);
    if (texture) wish.textures.set(slot, texture);
    return;
  }
  const moved = swappable.find(({pointer}) => tail.startsWith(pointer + transform));
  if (moved) {
    const before = wish.transforms.get(moved) ?? {};
    if (value !== null) wish.transforms.set(moved, {...before, ...readTransform(tail, value)});
    return;
  }
  if (tail === 'normalTexture/scale') {
    if (value !== null) wish.normalScale = toNumber(value);
    return;
  }
  const factor = factors.get(tail);
  if (!factor) {
    const known = [...factors.keys(), ...swappable.map(({pointer}) => pointer), 'normalTexture/scale'];
    throw new TwikError('pointer-unsupported', `A material has no "${tail}". ${suggestion(tail, known)}`);
  }
  needExtension(state, material, property);
  if (value !== null) wish.factors.set(tail, toFactor(factor, value));
}

function readTransform(tail: string, value: SceneValue): TransformWish {
  const name = tail.slice(tail.indexOf(transform) + transform.length);
  switch (name) {
    case 'offset':
      return {offset: toNumbers(value, 2)};
    case 'scale':
      return {scale: toNumbers(value, 2)};
    case 'rotation':
      return {rotation: toNumber(value)};
    default:
      throw new TwikError(
        'pointer-unsupported',
        `A texture's place has no "${name}". ${suggestion(name, ['offset', 'rotation', 'scale'])}`,
      );
  }
}

/** Without the extension in the file the material has no shader for it. */
function needExtension(state: ModelState, material: number, [first, extension = '']: readonly string[]): void {
  const {extensions = {}, alphaMode, name = ''} = state.material(material) ?? {};
  // Strength is a number that the loader keeps for any lit material.
  const isBuiltIn = extension === 'KHR_materials_emissive_strength';
  if (first === 'extensions' && !isBuiltIn && !(extension in extensions)) {
    throw new TwikError('pointer-unsupported', `Material "${name}" lacks ${extension}. Add the extension in the file.`);
  }
  if (first === 'alphaCutoff' && alphaMode !== 'MASK') {
    throw new TwikError('pointer-unsupported', `Material "${name}" cuts nothing off. Give it "alphaMode": "MASK".`);
  }
  if ('KHR_materials_unlit' in extensions && first !== 'pbrMetallicRoughness') {
    throw new TwikError('pointer-unsupported', `Material "${name}" is unlit: it has a base colour alone.`);
  }
}

function needPlace(state: ModelState, material: number, slot: TextureSlot): void {
  if (hasPlaceFor(state.material(material), slot)) return;
  const name = state.material(material)?.name ?? '';
  throw new TwikError('pointer-unsupported', `Material "${name}" is unlit: it has a base colour alone.`);
}
