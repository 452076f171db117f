import type {Object3D} from 'three';
import {TwikError} from '../../core/error.js';
import {geometryOf} from './drawables.js';

/**
 * Checks what only the data themselves tell: that there is something to see, and that no index points beyond the
 * vertices, which would make the GPU drop the whole mesh without a word.
 *
 * @throws TwikError `model-empty`, `model-invalid`.
 */
export function checkGeometry(root: Object3D, url: string): void {
  let drawn = 0;
  root.traverse((object) => {
    const geometry = geometryOf(object);
    if (!geometry) return;
    const {position} = geometry.attributes;
    if (!position) {
      // glTF allows it, for other programs to fill in; three would stumble over it.
      object.visible = false;
      return;
    }
    drawn++;
    if (geometry.index && largest(geometry.index.array) >= position.count) {
      throw new TwikError(
        'model-invalid',
        `${url} is not valid glTF: the indices of "${object.name}" point beyond its ${position.count} vertices. Export it again.`,
      );
    }
  });
  if (drawn === 0) {
    throw new TwikError(
      'model-empty',
      `${url} has nothing to show: its scene holds no mesh. Export the geometry, too.`,
    );
  }
}

function largest(indices: ArrayLike<number>): number {
  let result = 0;
  for (let at = 0; at < indices.length; at++) result = Math.max(result, indices[at] ?? 0);
  return result;
}
