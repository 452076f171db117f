import {createReadStream, existsSync} from 'node:fs';
import {createServer, type Server, type ServerResponse} from 'node:http';
import {createRequire} from 'node:module';
import path from 'node:path';
import {TwikError} from '@twik/sdk/core';

/** A folder that the page may read, with bytes in place of some of its files. */
export interface StudioFolder {
  readonly folder: string;
  /** By absolute path. */
  readonly instead: ReadonlyMap<string, Uint8Array>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.glb': 'model/gltf-binary',
  '.gltf': 'model/gltf+json',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};
const page =
  '<!doctype html><meta charset="utf-8"><title>Twik</title><script type="module" src="/programs/studio.mjs"></script>';
const require = createRequire(import.meta.url);

/** A web server on loopback for the page that takes pictures: the built SDK, the page's program, and the files shown. */
export class StudioServer {
  readonly #folders: StudioFolder[];
  readonly #server: Server;
  #origin = '';

  private constructor(folders: StudioFolder[]) {
    this.#folders = folders;
    this.#server = createServer((request, response) => this.#answer(request.url ?? '/', response));
  }

  /**
   * Starts it.
   *
   * @throws TwikError `sdk-not-built`.
   */
  static async open(): Promise<StudioServer> {
    const sdk = path.join(path.dirname(require.resolve('@twik/sdk/package.json')), 'dist/cdn');
    if (!existsSync(path.join(sdk, 'viewer.mjs'))) {
      throw new TwikError('sdk-not-built', 'Pictures need the built SDK. Run "npm run build" first.');
    }
    const own = (folder: string): StudioFolder => ({folder, instead: new Map()});
    const server = new StudioServer([own(sdk), own(path.resolve(import.meta.dirname, '../../../programs'))]);
    await new Promise<void>((done) => server.#server.listen(0, '127.0.0.1', done));
    const address = server.#server.address();
    server.#origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    return server;
  }

  get origin(): string {
    return this.#origin;
  }

  /** Lets the page read a folder; tells where it finds a file of it. */
  add(folder: StudioFolder): (file: string) => string {
    const place = this.#folders.push(folder) - 1;
    return (file) => {
      const steps = path.relative(folder.folder, file).split(path.sep);
      return `${this.#origin}/files/${place}/${steps.map(encodeURIComponent).join('/')}`;
    };
  }

  async close(): Promise<void> {
    await new Promise((done) => {
      this.#server.close(done);
      this.#server.closeAllConnections();
    });
  }

  #answer(url: string, response: ServerResponse): void {
    const {pathname} = new URL(url, this.#origin);
    if (pathname === '/') {
      response.writeHead(200, {'Content-Type': 'text/html'}).end(page);
      return;
    }
    const found = this.#find(pathname);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const {file, bytes} = found;
    response.writeHead(200, {'Content-Type': types[path.extname(file)] ?? 'application/octet-stream'});
    if (bytes) response.end(bytes);
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  }

  #find(pathname: string): {file: string; bytes: Uint8Array | null} | null {
    const [, area = '', ...steps] = pathname.split('/').map(decodeURIComponent);
    const place = area === 'twik' ? 0 : area === 'programs' ? 1 : area === 'files' ? Number(steps.shift()) : -1;
    const entry = this.#folders[place];
    if (!entry) return null;
    const file = path.join(entry.folder, ...steps);
    if (!file.startsWith(entry.folder + path.sep)) return null;
    const bytes = entry.instead.get(file) ?? null;
    return bytes || existsSync(file) ? {file, bytes} : null;
  }
}
