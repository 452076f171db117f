import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {selfContained} from './self-contained.mjs';

/**
 * Rollup plugin: `new URL('../assets/x.bin', import.meta.url)` in a module becomes the address of a copy in the output.
 * Of a TypeScript module it becomes the address of one script that holds the module and all it imports.
 * Bundlers of host applications read the same pattern, so nothing has to be configured for them.
 *
 * @param {string} [address] Name of the variable that holds the script's own address, where there is no `import.meta`.
 */
export function assetUrls(address) {
  const pattern = /new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url,?\s*\)/g;
  return {
    name: 'asset-urls',
    async transform(code, id) {
      const matches = [...code.matchAll(pattern)];
      if (matches.length === 0) return null;
      let result = code;
      for (const [whole, relative] of matches) {
        const file = path.resolve(path.dirname(id), relative);
        const {name, source, sources} = file.endsWith('.ts') ? await scriptOf(file) : await copyOf(file);
        for (const each of sources) this.addWatchFile(each);
        const reference = this.emitFile({type: 'asset', name, source});
        result = result.replace(whole, `new URL(import.meta.ROLLUP_FILE_URL_${reference})`);
      }
      return {code: result, map: null};
    },
    resolveFileUrl: ({fileName}) => (address ? `new URL(${JSON.stringify(fileName)}, ${address}).href` : null),
  };
}

async function copyOf(file) {
  return {name: path.basename(file), source: await readFile(file), sources: [file]};
}

async function scriptOf(file) {
  const {code, sources} = await selfContained(file);
  return {
    name: `${path.basename(file, '.ts')}.js`,
    source: code,
    sources: sources.map((source) => path.resolve(source)),
  };
}
