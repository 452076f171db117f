const identifier = [0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb, 0x0d, 0x0a, 0x1a, 0x0a];
/** Identifier, nine numbers of 32 bits, and where the parts lie. */
const headerBytes = 80;
/** What every GPU takes that is not a museum piece. */
const largestSide = 8192;

/** What keeps a KTX2 file from being a texture of a model, in a few words; `null` if nothing in its header does. */
export function problemOfKtx2(bytes: ArrayBuffer): string | null {
  const view = new DataView(bytes);
  if (bytes.byteLength < headerBytes) return 'it is cut short';
  if (identifier.some((byte, at) => view.getUint8(at) !== byte)) return 'it does not begin as KTX2 files do';
  const [vkFormat, , width = 0, height = 0, depth, layers = 0, faces, levels = 0] = Array.from({length: 8}, (_, at) =>
    view.getUint32(identifier.length + at * 4, true),
  );
  if (vkFormat !== 0) return `it holds pixels of the format ${vkFormat} and not Basis Universal`;
  if (width === 0 || height === 0) return 'it has no width or no height';
  if (depth !== 0 || layers > 1 || faces !== 1) return 'it is not a single flat picture';
  const side = Math.max(width, height);
  if (levels > 1 + Math.log2(side)) return `it has ${levels} levels`;
  if (side / 2 ** (Math.max(1, levels) - 1) > largestSide) return `it has ${width} × ${height} pixels and none smaller`;
  for (let level = 0; level < Math.max(1, levels); level++) {
    const entry = headerBytes + level * 24;
    if (entry + 24 > bytes.byteLength) return 'it is cut short';
    const end = view.getBigUint64(entry, true) + view.getBigUint64(entry + 8, true);
    if (end > bytes.byteLength) return 'it is cut short';
  }
  return null;
}
