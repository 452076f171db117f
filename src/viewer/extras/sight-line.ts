import {Mesh, Raycaster, Vector3} from 'three';
import type {Intersection, Object3D} from 'three';
import {materialsOf} from '../model/drawables.js';
import type {StageContent} from '../stage-content.js';

const way = new Vector3();

/** The models' own things in a scene, without what lies about them, such as the shadow. */
export function shownRoots({scene, models}: StageContent): Object3D[] {
  return models.flatMap(({root}) => (root.parent === scene ? [root] : []));
}

/** Whether an object is in the scene, and neither it nor what it belongs to is hidden. */
export function isShown(object: Object3D, scene: Object3D): boolean {
  for (let above: Object3D | null = object; above?.visible; above = above.parent) if (above === scene) return true;
  return false;
}

/** Whether something stands before `to` as seen from `from`. What is nearer to it than `slackM`, in metres, does not count. */
export function isCovered(content: StageContent, from: Vector3, to: Vector3, slackM: number): boolean {
  const far = from.distanceTo(to) - slackM;
  for (const hits of meshHits(content, from, to, 0, far)) if (hits.some(covers)) return true;
  return false;
}

/** The surface that is met at `to` on the way there from `from`; `null` when there is none within `slackM`, in metres. */
export function hitAt(content: StageContent, from: Vector3, to: Vector3, slackM: number): Intersection | null {
  const distance = from.distanceTo(to);
  const hits = [...meshHits(content, from, to, distance - slackM, distance + slackM)].flat();
  const missOf = (hit: Intersection) => Math.abs(hit.distance - distance);
  return hits.sort((first, second) => missOf(first) - missOf(second))[0] ?? null;
}

/** What a ray meets, mesh by mesh, between two distances. Lines and points are too thin to count. */
function* meshHits(
  content: StageContent,
  from: Vector3,
  to: Vector3,
  near: number,
  far: number,
): Iterable<Intersection[]> {
  const ray = new Raycaster(from, way.subVectors(to, from).normalize(), Math.max(0, near), Math.max(0, far));
  for (const root of shownRoots(content)) {
    for (const mesh of meshesBelow(root)) {
      const hits: Intersection[] = [];
      mesh.raycast(ray, hits);
      if (hits.length > 0) yield hits;
    }
  }
}

function* meshesBelow(object: Object3D): Iterable<Mesh> {
  if (!object.visible) return;
  if (object instanceof Mesh) yield object;
  for (const child of object.children) yield* meshesBelow(child);
}

/** Glass and what is mostly faded out cover nothing. */
function covers({object, face}: Intersection): boolean {
  const material = materialsOf(object)[face?.materialIndex ?? 0];
  if (!material?.visible || (material.transparent && material.opacity < 0.5)) return false;
  return !('transmission' in material && Number(material.transmission) > 0);
}
