/** Steps over the extent: 15 µm of a metre. */
const bits = 16;

/**
 * Rounds to a grid of powers of two over the extent. The last bits of the floats become zeros, which pack to nothing.
 * Grids of powers of two lie within each other, so that neighbours of unlike size still meet.
 */
export function roundToGrid(values: Float32Array, extent: number): Float32Array<ArrayBuffer> {
  if (!(extent > 0 && Number.isFinite(extent))) return values.slice();
  const step = 2 ** (Math.ceil(Math.log2(extent)) - bits);
  return values.map((value) => Math.round(value / step) * step);
}
