import {BufferGeometry, Mesh} from 'three';
import {TwikError} from '../../../src/core/error.js';
import {disposeModel} from '../../../src/viewer/model/dispose-model.js';
import {fetchModel} from '../../../src/viewer/model/model-file.js';
import {parseModel} from '../../../src/viewer/model/parse-model.js';

/** Positions and indices of the first mesh of a model. */
export async function geometryOf(url: string): Promise<{positions: number[]; indices: number[]}> {
  const model = await parseModel('m', await fetchModel(url, {}));
  const meshes: Mesh[] = [];
  model.root.traverse((object) => {
    if (object instanceof Mesh) meshes.push(object);
  });
  const geometry: unknown = meshes[0]?.geometry;
  if (!(geometry instanceof BufferGeometry)) throw new Error('There is no mesh.');
  const {position} = geometry.attributes;
  const corners = Array.from({length: position?.count ?? 0}, (_, at) => [
    position?.getX(at) ?? NaN,
    position?.getY(at) ?? NaN,
    position?.getZ(at) ?? NaN,
  ]);
  const indices = [...(geometry.index?.array ?? [])];
  disposeModel(model);
  return {positions: corners.flat(), indices};
}

export async function errorOf(work: Promise<unknown>): Promise<TwikError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof TwikError) return error;
  throw error ?? new Error('Nothing failed.');
}
