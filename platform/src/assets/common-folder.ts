import path from 'node:path';

/** The innermost folder that holds all files. */
export function commonFolder(files: readonly string[]): string {
  let folder = path.dirname(files[0] ?? path.sep);
  while (!files.every((file) => file.startsWith(folder + path.sep)) && path.dirname(folder) !== folder) {
    folder = path.dirname(folder);
  }
  return folder;
}
