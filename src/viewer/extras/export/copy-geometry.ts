import {BufferAttribute, BufferGeometry, Vector4} from 'three';
import type {InterleavedBufferAttribute, Matrix4} from 'three';

type Attribute = BufferAttribute | InterleavedBufferAttribute;

/** The kinds of numbers that glTF allows without an extension, by three's names; for all others anything goes. */
const allowed: Readonly<Record<string, (attribute: Attribute) => boolean>> = {
  position: isFloat,
  normal: isFloat,
  tangent: isFloat,
  color: isShare,
  skinWeight: isShare,
  skinIndex: ({array}) => array instanceof Uint8Array || array instanceof Uint16Array,
};

/**
 * Copies a geometry so that it can be written as plain glTF: floats where quantized numbers would ask for an extension,
 * directions of length 1, and UV sets for the textures of its material.
 *
 * @param channels The UV sets that textures use. Where one is missing, every vertex sees the same texel; so it is here.
 * @param matrix Moves it.
 */
export function copyGeometry(
  geometry: BufferGeometry,
  channels: ReadonlySet<number>,
  matrix: Matrix4 | null,
): BufferGeometry {
  const copy = new BufferGeometry();
  for (const [name, attribute] of Object.entries(geometry.attributes)) copy.setAttribute(name, fit(name, attribute));
  for (const name of ['position', 'normal'] as const) {
    const targets = geometry.morphAttributes[name];
    if (!targets) continue;
    // Of morph targets the normals are differences and have no length to keep.
    copy.morphAttributes[name] = targets.map((target) => (isFloat(target) ? target : toFloats(target)));
  }
  copy.morphTargetsRelative = geometry.morphTargetsRelative;
  if (geometry.index) copy.setIndex(geometry.index);
  const {count = 0} = geometry.attributes['position'] ?? {};
  for (const channel of channels) {
    const name = channel === 0 ? 'uv' : `uv${channel}`;
    if (!copy.hasAttribute(name)) copy.setAttribute(name, new BufferAttribute(new Float32Array(2 * count), 2));
  }
  // What was only referred to stays as it is.
  if (matrix) {
    for (const [name, attribute] of Object.entries(copy.attributes)) copy.setAttribute(name, attribute.clone());
    copy.applyMatrix4(matrix);
  }
  return copy;
}

function fit(name: string, attribute: Attribute): Attribute {
  const isAllowed = allowed[name] ?? (name.startsWith('uv') ? isShare : () => true);
  if (name === 'skinIndex' && !isAllowed(attribute)) return toJoints(attribute);
  const plain = isAllowed(attribute) ? attribute : toFloats(attribute);
  return name === 'normal' || name === 'tangent' ? toDirections(plain) : plain;
}

function isFloat({array}: Attribute): boolean {
  return array instanceof Float32Array;
}

function isShare({array, normalized}: Attribute): boolean {
  return array instanceof Float32Array || (normalized && (array instanceof Uint8Array || array instanceof Uint16Array));
}

function toFloats(attribute: Attribute): BufferAttribute {
  const {count, itemSize} = attribute;
  const floats = new BufferAttribute(new Float32Array(count * itemSize), itemSize);
  for (let index = 0; index < count; index++) {
    for (let axis = 0; axis < itemSize; axis++) floats.setComponent(index, axis, attribute.getComponent(index, axis));
  }
  return floats;
}

function toJoints(attribute: Attribute): BufferAttribute {
  return new BufferAttribute(Uint16Array.from(toFloats(attribute).array), attribute.itemSize);
}

/** Gives all of them the length 1; a tangent's fourth number, the side, is 1 or -1. */
function toDirections(attribute: Attribute): Attribute {
  const {count, itemSize} = attribute;
  const directions = new BufferAttribute(new Float32Array(count * itemSize), itemSize);
  const vector = new Vector4();
  for (let index = 0; index < count; index++) {
    vector.set(attribute.getX(index), attribute.getY(index), attribute.getZ(index), 0);
    if (vector.lengthSq() > 0) vector.normalize();
    else vector.setX(1);
    directions.setXYZ(index, vector.x, vector.y, vector.z);
    if (itemSize > 3) directions.setW(index, attribute.getW(index) < 0 ? -1 : 1);
  }
  return directions;
}
