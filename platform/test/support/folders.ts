import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after} from 'node:test';

const repository = path.resolve(import.meta.dirname, '../../..');

/** A folder that goes when the tests of the file have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'twik-test-'));
  after(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** The definition of a demo product, whose models `npm run build` makes. */
export const demoProduct = (name: string) => path.join(repository, 'demo/products', name, 'product.json');

/** Models of others; not on every machine. */
export const corpus = path.resolve(repository, '../shared/assets/gltf');
export const withoutCorpus = existsSync(corpus) ? false : `${corpus} is not here`;

/** Every file below a folder, hidden ones as well. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
