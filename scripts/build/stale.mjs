import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';

const markOf = (root, {name}) => path.join(root, 'dist/.built', `${name.replaceAll(' ', '-')}.sha256`);

/** Files below a path, sorted; build results are not sources. */
async function filesOf(place) {
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, {withFileTypes: true});
  const lists = await Promise.all(
    entries
      .filter(({name}) => name !== 'build' || !place.includes('products'))
      .map(({name}) => filesOf(path.join(place, name))),
  );
  return lists.flat().sort();
}

async function fingerprint(root, {sources}) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(path.join(root, source))) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Whether a step has not been built from its sources as they are now. */
export async function isStale(root, step) {
  const built = await readFile(markOf(root, step), 'utf8').catch(() => '');
  return built !== (await fingerprint(root, step));
}

/** Remembers what a step has been built from. */
export async function markBuilt(root, step) {
  const mark = markOf(root, step);
  await mkdir(path.dirname(mark), {recursive: true});
  await writeFile(mark, await fingerprint(root, step));
}
