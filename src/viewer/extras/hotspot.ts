import {Matrix3, Vector3} from 'three';
import type {Object3D, PerspectiveCamera} from 'three';
import type {TwikError} from '../../core/error.js';
import type {StageContent} from '../stage-content.js';
import {findNode, whatInsteadOf} from './find-node.js';
import {hotspotError} from './hotspot-data.js';
import type {HotspotData} from './hotspot-data.js';
import {isCovered, isShown} from './sight-line.js';

/** Share of the way to it by which a hotspot may lie below a surface and still be seen. */
const slack = 0.003;

const view = new Vector3();
const matrix = new Matrix3();

/** One element that keeps to a point of the scene. */
export class Hotspot {
  readonly element: HTMLElement;
  /** In the scene. */
  readonly point = new Vector3();
  readonly #data: HotspotData;
  readonly #normal = new Vector3();
  #object: Object3D | null = null;
  #isReported = false;
  #isInPicture = false;
  #isTurnedAway = false;
  /** `null`: not known yet. */
  #isCovered: boolean | null = null;

  constructor(element: HTMLElement, data: HotspotData) {
    this.element = element;
    this.#data = data;
  }

  /** Where it looks, in the scene; `null`: to all sides. */
  get normal(): Vector3 | null {
    return this.#data.normal && this.#normal;
  }

  get isOccluded(): boolean {
    return this.#isTurnedAway || this.#isCovered === true;
  }

  /** `null`: not known yet. */
  get isSeen(): boolean | null {
    if (!this.#isInPicture || this.isOccluded) return false;
    return this.#isCovered === null ? null : true;
  }

  /** Looks for its node; returns what is wrong when there is none, once. */
  seek(content: StageContent): TwikError | null {
    const {node} = this.#data;
    if (node === '' || (this.#object && isShown(this.#object, content.scene))) return null;
    this.#object = findNode(content, node);
    if (this.#object || this.#isReported) return null;
    const instead = whatInsteadOf(content, node);
    if (instead === null) return null;
    this.#isReported = true;
    return hotspotError(this.element, 'node', `has data-node="${node}", which is in no model. ${instead}`);
  }

  /** Moves the element to where its point is in a picture, whose size is in CSS pixels. */
  place(content: StageContent, camera: PerspectiveCamera, width: number, height: number): void {
    const isAhead = this.#locate(content) && view.copy(this.point).applyMatrix4(camera.matrixWorldInverse).z < 0;
    const {x, y} = view.applyMatrix4(camera.projectionMatrix);
    this.#isInPicture = isAhead && Math.abs(x) <= 1 && Math.abs(y) <= 1;
    const {style} = this.element;
    style.visibility = this.#isInPicture ? '' : 'hidden';
    if (!this.#isInPicture) return;
    const [left, top] = [((x + 1) / 2) * width, ((1 - y) / 2) * height];
    style.translate = `calc(${left.toFixed(2)}px - 50%) calc(${top.toFixed(2)}px - 50%)`;
    const {normal} = this;
    this.#isTurnedAway = normal !== null && view.subVectors(camera.position, this.point).dot(normal) < 0;
    this.#mark();
  }

  /** Looks whether something is before it. */
  look(content: StageContent, from: Vector3): void {
    if (!this.#isInPicture) return;
    this.#isCovered = isCovered(content, from, this.point, from.distanceTo(this.point) * slack);
    this.#mark();
  }

  #mark(): void {
    this.element.toggleAttribute('data-occluded', this.isOccluded);
  }

  /** Finds out where it is; returns whether it is anywhere. */
  #locate({scene}: StageContent): boolean {
    const {position, normal, node} = this.#data;
    this.point.copy(position);
    if (normal) this.#normal.copy(normal);
    if (node === '') return true;
    if (!this.#object || !isShown(this.#object, scene)) return false;
    this.#object.updateWorldMatrix(true, false);
    this.#object.localToWorld(this.point);
    this.#normal.applyNormalMatrix(matrix.getNormalMatrix(this.#object.matrixWorld));
    return true;
  }
}
