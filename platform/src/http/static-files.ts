import {serveStatic} from '@hono/node-server/serve-static';
import type {Hono} from 'hono';

/** A folder and where it is seen. */
export interface Mount {
  /** Path prefix such as `/sdk`; `''` is the root. */
  readonly at: string;
  readonly folder: string;
  /** Files whose names carry a content hash, kept for a year. */
  readonly immutable?: RegExp;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves the folders, later mounts behind earlier ones. */
export function mountStatic<Env extends object>(app: Hono<Env>, mounts: readonly Mount[]): void {
  for (const {at, folder, immutable, headers = {}} of mounts) {
    const files = serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.slice(at.length),
      onFound: (file, context) => {
        const forYears = immutable?.test(file) ?? false;
        context.header('Cache-Control', forYears ? 'public, max-age=31536000, immutable' : 'no-cache');
        for (const [name, value] of Object.entries(headers)) context.header(name, value);
        if (file.endsWith('.glb')) context.header('Content-Type', 'model/gltf-binary');
      },
    });
    app.get(`${at}/*`, files);
  }
}
