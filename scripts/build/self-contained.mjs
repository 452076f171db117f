import {readFile} from 'node:fs/promises';
import {build} from 'esbuild';
import {transformDecoderGlue} from './decoder-glue.mjs';

/** Takes what the decoders come with as modules, and leaves out what they would use in Node. */
const decoders = {
  name: 'decoders',
  setup({onLoad, onResolve}) {
    onResolve({filter: /^(fs|path)$/}, ({path}) => ({path, namespace: 'empty'}));
    onLoad({filter: /.*/, namespace: 'empty'}, () => ({contents: ''}));
    onLoad({filter: /\/libs\/(draco|basis)\/.*\.js$/}, async ({path}) => {
      const code = await readFile(path, 'utf8');
      return {contents: transformDecoderGlue(code, path) ?? code};
    });
  },
};

/**
 * Bundles a module with all it imports into one file that needs nothing else: workers, which host applications' bundlers
 * then copy as they are. Returns the code and the files it is made of.
 *
 * @param {string} file
 */
export async function selfContained(file) {
  const {outputFiles, metafile} = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    plugins: [decoders],
    logLevel: 'error',
  });
  return {code: outputFiles[0].text, sources: Object.keys(metafile.inputs)};
}
