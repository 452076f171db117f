import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {serve} from '@hono/node-server';
import {createApp} from './app.js';
import {memoryConfigurations} from './configurations/memory-configurations.js';
import {demoPolicy} from './http/demo-policy.js';
import {folderCatalogue} from './products/folder-catalogue.js';

const repository = path.resolve(import.meta.dirname, '../..');
const inRepository = (folder: string) => path.join(repository, folder);

/** Reads a port from text. */
function portOf(text: string | undefined): number {
  const port = Number(text ?? 3210);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, not "${text ?? ''}".`);
}

const {version} = JSON.parse(await readFile(inRepository('package.json'), 'utf8')) as {version: string};

const app = createApp({
  version,
  configurations: memoryConfigurations(),
  products: folderCatalogue(inRepository('demo/products')),
  // The demo's own key: publishable, so it may stand in a page.
  keys: [{key: 'twik_pk_demo', scope: {project: 'demo'}, permissions: ['configurations:write']}],
  now: () => new Date(),
  mounts: [
    {
      at: '/twik',
      folder: inRepository('dist/cdn'),
      immutable: /[/\\](chunks|assets)[/\\]/,
      // The SDK may be loaded by pages of other origins.
      headers: {'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin'},
    },
    {at: '', folder: inRepository('demo'), headers: {'Content-Security-Policy': demoPolicy}},
  ],
});

const server = serve({fetch: app.fetch, port: portOf(process.env['PORT']), hostname: '127.0.0.1'}, ({port}) => {
  process.stdout.write(`Twik is at http://localhost:${port}\n`);
});

server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  process.stderr.write(
    taken ? 'The port is taken. Choose another: PORT=3211 npm start\n' : `The server failed: ${error.message}\n`,
  );
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    // Pages keep connections open for seconds; nothing here is lost by cutting them.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
