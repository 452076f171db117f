/** What the loader notes there for itself, or what the exporter writes by other means. */
const notes: ReadonlySet<string> = new Set(['name', 'gltfExtensions', 'mimeType', 'targetNames', 'pivot']);

/** The extras that a file gave to a thing, without what three keeps among them. */
export function ownData({userData}: {readonly userData: Record<string, unknown>}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(userData).filter(([key]) => !notes.has(key)));
}
