import type {Accessor} from '@gltf-transform/core';

/** The numbers of an accessor that holds floats; `null` for others. */
export function floatsOf(accessor: Accessor): Float32Array | null {
  const array: unknown = accessor.getArray();
  return array instanceof Float32Array ? array : null;
}
