import {mkdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

/** Writes files by their name into a folder that holds nothing else afterwards. */
export async function writeFiles(folder, files) {
  await rm(folder, {recursive: true, force: true});
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, bytes);
  }
}

/** Whether the module at this address is what Node was started with. */
export const isProgram = (url) => process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === url;
