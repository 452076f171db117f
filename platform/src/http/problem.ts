import {TwikError} from '@twik/sdk/core';
import type {Context} from 'hono';

/** Status of an error code; everything else that Twik says about its input is 422. */
const statusOf: Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 413 | 415>> = {
  'body-not-json': 400,
  'body-invalid': 400,
  'key-missing': 401,
  'key-unknown': 401,
  'scope-missing': 403,
  'origin-not-allowed': 403,
  'not-found': 404,
  'product-unknown': 404,
  'configuration-unknown': 404,
  'product-version-other': 409,
  'body-too-large': 413,
  'body-type': 415,
};

/** Turns an error into a problem document (RFC 9457). The only place where codes become statuses. */
export function problem(context: Context, error: unknown): Response {
  const known = error instanceof TwikError ? error : null;
  const status = known ? (statusOf[known.code] ?? 422) : 500;
  const body = {
    type: `urn:twik:problem:${known?.code ?? 'internal'}`,
    title: known?.message ?? 'The server failed. The request can be tried again.',
    status,
    code: known?.code ?? 'internal',
    ...(known?.path ? {pointer: known.path} : {}),
    ...(known && known.issues.length > 1 ? {issues: known.issues} : {}),
  };
  if (status === 401) context.header('WWW-Authenticate', 'Bearer realm="twik"');
  return context.body(JSON.stringify(body), status, {'Content-Type': 'application/problem+json'});
}
