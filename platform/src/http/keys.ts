import {createHash, timingSafeEqual} from 'node:crypto';
import {TwikError} from '@twik/sdk/core';
import type {MiddlewareHandler} from 'hono';
import type {Scope} from '../configurations/saved-configuration.js';

/** What a publishable key may do. */
export type Permission = 'products:read' | 'configurations:write';

/** An API key and whom it speaks for. */
export interface ApiKey {
  readonly key: string;
  readonly scope: Scope;
  readonly permissions: readonly Permission[];
}

/** What the routes find in the context once a key was accepted. */
export interface Authenticated {
  Variables: {scope: Scope};
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Lets a request pass that carries `Authorization: Bearer <key>` with the permission. */
export function requireKey(keys: readonly ApiKey[], permission: Permission): MiddlewareHandler<Authenticated> {
  const known = keys.map((key) => ({...key, digest: digest(key.key)}));
  return async (context, next) => {
    const bearer = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '')?.[1];
    if (!bearer) throw new TwikError('key-missing', 'Send an API key as "Authorization: Bearer <key>".');
    const given = digest(bearer);
    const key = known.find((candidate) => timingSafeEqual(candidate.digest, given));
    if (!key)
      throw new TwikError('key-unknown', 'This API key is not known here. Check that it belongs to this server.');
    if (!key.permissions.includes(permission)) {
      throw new TwikError('scope-missing', `This API key lacks the scope "${permission}".`);
    }
    context.set('scope', key.scope);
    await next();
  };
}
