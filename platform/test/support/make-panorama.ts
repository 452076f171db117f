type Direction = readonly [x: number, y: number, z: number];

/** Writes a Radiance file of light by its direction; packed like those of most programs, or flat. */
export function makePanorama(
  light: (direction: Direction) => readonly [number, number, number],
  {width = 128, height = width / 2, isPacked = true} = {},
): Uint8Array {
  const head = new TextEncoder().encode(
    `#?RADIANCE\n# Of a test\nFORMAT=32-bit_rle_rgbe\n\n-Y ${height} +X ${width}\n`,
  );
  const rows: number[] = [];
  for (let row = 0; row < height; row++) {
    const pixels = Array.from({length: width}, (_, column) => {
      const azimuth = ((column + 0.5) / width - 0.5) * 2 * Math.PI;
      const elevation = (0.5 - (row + 0.5) / height) * Math.PI;
      const flat = Math.cos(elevation);
      return rgbe(light([Math.cos(azimuth) * flat, Math.sin(elevation), Math.sin(azimuth) * flat]));
    });
    if (isPacked)
      rows.push(2, 2, width >> 8, width & 255, ...[0, 1, 2, 3].flatMap((at) => pack(pixels.map((p) => p[at] ?? 0))));
    else rows.push(...pixels.flat());
  }
  return Uint8Array.from([...head, ...rows]);
}

function rgbe(colour: readonly number[]): number[] {
  const largest = Math.max(...colour);
  if (largest < 1e-32) return [0, 0, 0, 0];
  const exponent = Math.floor(Math.log2(largest)) + 1;
  return [...colour.map((value) => Math.min(255, Math.floor(value * 2 ** (8 - exponent)))), exponent + 128];
}

/** Runs where there are any, else single bytes. */
function pack(values: readonly number[]): number[] {
  const packed: number[] = [];
  for (let at = 0; at < values.length;) {
    let end = at + 1;
    while (end < values.length && end - at < 127 && values[end] === values[at]) end++;
    packed.push(...(end - at > 1 ? [128 + end - at] : [1]), values[at] ?? 0);
    at = end;
  }
  return packed;
}
