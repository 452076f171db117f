// The built package in plain Node: every subpath can be imported, and none but `./define` changes the world it is in.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const {exports} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const elements = readdirSync(path.join(root, 'dist/esm/elements'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => `./elements/${name.slice(0, -3)}`);
const subpaths = Object.keys(exports).filter((subpath) => !subpath.includes('*') && !subpath.endsWith('.json'));

/** Imports a subpath in a Node of its own and tells which globals it made and whether the process then ends by itself. */
function importAlone(subpath) {
  const script = `
    const before = new Set(Reflect.ownKeys(globalThis));
    const module = await import('@twik/sdk${subpath.slice(1)}');
    // Node and the packages underneath may announce themselves; Twik must not.
    const made = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    process.stdout.write(JSON.stringify({made, names: Object.keys(module)}));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {cwd: root, timeout: 30_000}),
  );
}

/** What lit and three leave by design: marks against being loaded twice, and lit's stand-in for the DOM. */
const marks = [
  'litElementVersions',
  'litHtmlVersions',
  'reactiveElementVersions',
  'litIssuedWarnings',
  'litPropertyMetadata',
  'litServerRoot',
  'customElements',
  '__THREE__',
];

for (const subpath of [...subpaths, ...elements]) {
  test(`${subpath} imports in Node and leaves no trace`, () => {
    const {made, names} = importAlone(subpath);
    assert.deepEqual(
      made.filter((name) => !marks.includes(name)),
      [],
    );
    assert.ok(names.length > 0 || subpath === './define' || subpath.startsWith('./elements/'), 'exports something');
  });
}

test('every file that the package names exists', () => {
  const targets = Object.entries(exports).flatMap(([subpath, target]) =>
    subpath.includes('*') ? [] : typeof target === 'string' ? [target] : Object.values(target),
  );
  for (const target of targets) assert.ok(readFileSync(path.join(root, target)).length > 0, target);
});
