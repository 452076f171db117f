import {TwikError} from '@twik/sdk/core';
import {Hono} from 'hono';
import {configurationRoutes, type ConfigurationRoutesOptions} from './configurations/routes.js';
import type {Authenticated} from './http/keys.js';
import {problem} from './http/problem.js';
import {mountStatic, type Mount} from './http/static-files.js';

/** What the server is made of. */
export interface AppOptions extends ConfigurationRoutesOptions {
  /** Shown by the health route. */
  readonly version: string;
  readonly mounts?: readonly Mount[];
}

/** The whole server as one `fetch` handler: API under `/v1`, `/health`, then files. */
export function createApp({version, mounts = [], ...options}: AppOptions): Hono<Authenticated> {
  const app = new Hono<Authenticated>();
  app.onError((error, context) => problem(context, error));
  app.notFound((context) =>
    problem(context, new TwikError('not-found', `There is nothing at ${context.req.path.slice(0, 200)}.`)),
  );
  app.get('/health', (context) => context.json({status: 'ok', version}));
  app.route('/v1/configurations', configurationRoutes(options));
  mountStatic(app, mounts);
  return app;
}
