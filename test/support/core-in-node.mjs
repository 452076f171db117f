// Runs the tests of the headless core, which are written for browsers, in Node: the quick tier has them here, where they
// take a fraction of the time; the others have them in every engine.
import {readdirSync} from 'node:fs';
import {register} from 'node:module';
import path from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';

/** Of what the test package of browsers has, the core uses the assertions alone, and those need no page. */
const assertions = import.meta.resolve('../../node_modules/@esm-bundle/chai/esm/chai.js');
const assertionsAlone = `
  export function resolve(specifier, context, next) {
    return next(specifier === '@open-wc/testing' ? ${JSON.stringify(assertions)} : specifier, context);
  }`;

Object.assign(globalThis, {after, afterEach, before, beforeEach, describe, it});
register(`data:text/javascript,${encodeURIComponent(assertionsAlone)}`);

const root = path.resolve(import.meta.dirname, '..');
for (const folder of ['core', 'commerce']) {
  for (const file of readdirSync(path.join(root, folder), {recursive: true}).sort()) {
    if (!file.endsWith('.test.ts') || file.endsWith('.node.test.ts')) continue;
    await import(pathToFileURL(path.join(root, folder, file)).href);
  }
}
