// A web server for page tests: the built package, the demo and test pages, under the policy of the design, with faults.
import {createReadStream} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const folders = {
  '/twik/': 'dist/cdn',
  '/demo/': 'demo',
  '/pages/': 'test/pages',
  '/axe/': 'node_modules/axe-core',
  '/corpus/': '../shared/assets/gltf',
};
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.glb': 'model/gltf-binary',
  '.gltf': 'model/gltf+json',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** The policy that Twik promises to work under. `scripts` are further origins scripts and data may come from. */
export const policy = (scripts = '') =>
  `default-src 'none'; script-src 'self' ${scripts}; style-src 'self'; img-src 'self' blob: data:; ` +
  `connect-src 'self' blob: ${scripts}; worker-src 'self'; font-src 'self'; require-trusted-types-for 'script'`;

/** Where a request's path lies on disk, or `null`. */
function fileOf(pathname) {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!pathname.startsWith(prefix)) continue;
    const base = path.join(root, folder);
    const file = path.join(base, decodeURIComponent(pathname.slice(prefix.length)));
    return file.startsWith(base) ? file : null;
  }
  return null;
}

/**
 * Starts the server on loopback.
 *
 * Faults are asked for in the address: `?status=404`, `?type=text/html`, `?bytes=1000` cuts the body, `?delay=500` waits.
 *
 * @param {{csp?: string | null, cspFor?: RegExp, answer?: (url: URL) => {body: string | Buffer, type: string} | null}} options
 */
export async function openSite({csp = policy(), cspFor = /^text\/html/, answer = () => null} = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    requests.push(url.pathname + url.search);
    const headers = {'Cache-Control': 'max-age=600', 'Access-Control-Allow-Origin': '*'};
    const fault = (name) => url.searchParams.get(name);
    if (fault('delay')) await sleep(Number(fault('delay')));
    if (fault('status')) return response.writeHead(Number(fault('status')), headers).end('fault');
    const made = answer(url);
    const file = made ? null : fileOf(url.pathname);
    const exists =
      file !== null &&
      (await stat(file).then(
        (entry) => entry.isFile(),
        () => false,
      ));
    if (!made && !exists) return response.writeHead(404, {...headers, 'Content-Type': 'text/plain'}).end('Not found');
    const type = fault('type') ?? made?.type ?? types[path.extname(file)] ?? 'application/octet-stream';
    if (csp && cspFor.test(type)) headers['Content-Security-Policy'] = csp;
    response.writeHead(200, {...headers, 'Content-Type': type});
    if (made) return response.end(made.body);
    if (fault('bytes')) return response.end((await readFile(file)).subarray(0, Number(fault('bytes'))));
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Every path asked for so far, with its query. */
    requests,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
