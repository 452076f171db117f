import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {viewerExtensions} from '../../src/assets/viewer-extensions.js';

// The viewer cannot be imported without a page; its list is read as text.
const file = path.resolve(import.meta.dirname, '../../../src/viewer/model/check-extensions.ts');

test('the list of extensions is the viewer’s own', () => {
  const source = readFileSync(file, 'utf8');
  const lists = source.slice(source.indexOf('const known'), source.indexOf('export function'));
  const shorts = /\[('anisotropy'[^\]]*)\]\s*\.concat\(([^)]*)\)/.exec(lists);
  const words = (text = '') => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word);
  const materials = [...words(shorts?.[1]), ...words(shorts?.[2])].map((name) => `KHR_materials_${name}`);
  const others = words(lists).filter((word) => /^(EXT|KHR)_/.test(word ?? ''));
  assert.deepEqual([...materials, ...others].sort(), [...viewerExtensions].sort());
});
