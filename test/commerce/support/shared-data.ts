import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');

/** A file of real product data that lies beside the repository, or why there is none. */
export function sharedData(file: string): {readonly text: string; readonly skip: string | false} {
  const full = path.join(folder, file);
  return existsSync(full)
    ? {text: readFileSync(full, 'utf8'), skip: false}
    : {text: '', skip: `The shared data are not beside the repository: ${file} is missing.`};
}

/** The rows of a table with a head (RFC 4180). */
export function csvRows(text: string): Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"/y;
    const plain = /[^,\r\n]*/y;
    const reader = text[at] === '"' ? quoted : plain;
    reader.lastIndex = at;
    const [whole = '', inner] = reader.exec(text) ?? [];
    rows.at(-1)?.push(inner === undefined ? whole : inner.replaceAll('""', '"'));
    at += whole.length;
    const [end = ''] = /^(,|\r?\n|$)/.exec(text.slice(at, at + 2)) ?? [];
    at += end.length || 1;
    if (end.includes('\n') && at < text.length) rows.push([]);
  }
  const [head = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((name, column) => [name, cells[column] ?? ''])));
}
