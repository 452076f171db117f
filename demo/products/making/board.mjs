import {shadeAt} from './shade.mjs';
import {normalize} from './surface.mjs';

const axes = {x: 0, y: 1, z: 2};
const axisNames = ['x', 'y', 'z'];

/**
 * A board with rounded edges around the origin. Its morph targets lengthen it by one metre a weight, edges untouched.
 *
 * @param {object} options
 * @param {number[]} options.sizeM Along x, y, z at weight 0.
 * @param {'x' | 'y' | 'z'} options.grain Axis along which the wood grew.
 * @param {'x' | 'y' | 'z'} options.thickness Axis of its thickness.
 * @param {number} [options.bevelM] Radius of the edges.
 * @param {string[]} [options.grows] Axes that get a morph target, in this order.
 * @param {(axis: 'x' | 'y' | 'z', side: -1 | 1) => string | null} [options.shade] Which soft shadow lies on a face.
 * @param {number[]} [options.cut] Where in the texture it was cut, in metres, so that no two boards are twins.
 */
export function board({sizeM, grain, thickness, bevelM = 0.0015, grows = [], shade, cut = [0, 0]}) {
  const half = sizeM.map((size) => size / 2);
  const surface = {positions: [], normals: [], uvs: [], indices: [], targets: []};
  if (shade) surface.shades = [];
  const g = axes[grain];
  const t = axes[thickness];
  const w = 3 - g - t;
  for (let n = 0; n < 3; n++) {
    for (const side of [-1, 1]) {
      const a = (n + 1) % 3;
      const b = (n + 2) % 3;
      const stations = (axis) => [-half[axis], -half[axis] + bevelM, half[axis] - bevelM, half[axis]];
      const shadow = shade?.(axisNames[n], side) ?? null;
      const first = surface.positions.length / 3;
      for (const pa of stations(a)) {
        for (const pb of stations(b)) {
          const corner = [0, 0, 0];
          corner[n] = side * half[n];
          corner[a] = pa;
          corner[b] = pb;
          const inner = corner.map((value, i) => Math.max(-half[i] + bevelM, Math.min(half[i] - bevelM, value)));
          const normal = normalize(corner.map((value, i) => value - inner[i]));
          const position = inner.map((value, i) => value + normal[i] * bevelM);
          surface.positions.push(...position);
          surface.normals.push(...normal);
          // End grain shows the rings' thickness, hence much of the width and little of the length.
          const along = n === g ? position[t] : position[g];
          const across = n === t || n === g ? position[w] : position[t];
          surface.uvs.push(along + cut[0], across + cut[1]);
          surface.shades?.push(
            ...shadeAt(
              shadow,
              position.map((value, i) => value / sizeM[i] + 0.5),
            ),
          );
        }
      }
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const p = first + i * 4 + j;
          const quad = [p, p + 4, p + 5, p + 1];
          const [q0, q1, q2, q3] = side > 0 ? quad : quad.toReversed();
          surface.indices.push(q0, q1, q2, q0, q2, q3);
        }
      }
    }
  }
  surface.targets = grows.map((axis) => ({
    name: `grow-${axis}`,
    positions: surface.positions.map((value, i) => (i % 3 === axes[axis] ? Math.sign(value) / 2 : 0)),
  }));
  return surface;
}
