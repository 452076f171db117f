import type {SnapshotSource} from './preview.js';

/** A small picture as a data URL. Its code is fetched for the first one; an order must not fail for want of either. */
export async function takePreview(viewer: SnapshotSource | null): Promise<string | null> {
  if (!viewer) return null;
  const later = await import('./preview.js').catch(() => null);
  return later?.previewOf(viewer) ?? null;
}
