import path from 'node:path';
import {TwikError} from '@twik/sdk/core';
import {optimizeLines, optimizeReport, type Pictures} from '../assets/optimize-report.js';
import type {OptimizeSettings, Workplace} from '../assets/optimize-settings.js';
import {optimizeSource, type OptimizedFile} from '../assets/optimize-source.js';
import {photographModels} from '../assets/photograph-models.js';
import {readSource, type AssetSource} from '../assets/product-scene.js';
import type {Command} from './command.js';
import type {Finding} from './finding.js';
import type {OptionValues} from './option-values.js';
import {withStagedFiles} from './staged-files.js';

/** More than this is seen by who looks for it. */
const visibleRmse = 3;

/** `twik assets optimize`: models made smaller, and nothing lost that a binding means. */
export const assetsOptimize: Command = {
  name: 'assets optimize',
  summary: 'Makes models smaller. Keeps every node, and every material and texture that a binding means.',
  operands: '<product.json | model.glb>',
  count: [1, 1],
  options: {
    'out': {kind: 'text', value: 'folder', summary: 'Where the models go. Default: "optimized" beside the source.'},
    'texture-size': {kind: 'text', value: 'pixels', summary: 'The longest side of a picture. Default 2048.'},
    'quality': {kind: 'text', value: '1-100', summary: 'Of colours in pictures. Default 80.'},
    'ktx2': {
      kind: 'flag',
      summary: 'Pack pictures for the graphics card: slow, larger files, a quarter of the memory.',
    },
    'no-meshopt': {kind: 'flag', summary: 'Leave geometry as it is.'},
    'no-pictures': {kind: 'flag', summary: 'Compare no pictures of before and after.'},
  },
  async run({operands: [operand = ''], options, signal, progress}) {
    const settings = readSettings(options);
    const source = await readSource(operand);
    const base = path.dirname(source.kind === 'product' ? source.file : source.model.file);
    const folder = path.resolve(options.text('out') ?? path.join(base, 'optimized'));
    const outOf = (file: string) => placeIn(folder, base, file);
    const {files, findings} = await optimizeSource(source, settings, {signal, progress});
    const pictures = await takePictures(source, files, options.has('no-pictures'), {signal, progress});
    await withStagedFiles(signal, async (staged) => {
      for (const {file, bytes, kept} of files) {
        signal.throwIfAborted();
        await staged.write(kept ? placeIn(folder, base, file, false) : outOf(file), bytes);
      }
    });
    return {
      report: {...optimizeReport(files, pictures, outOf), out: folder},
      lines:
        files.length > 0
          ? [...optimizeLines(files, pictures), `Written to ${path.relative('', folder) || '.'}`]
          : ['No model can be read, so nothing was written.'],
      findings: [...findings, ...seen(pictures)],
    };
  },
};

function readSettings(options: OptionValues): OptimizeSettings {
  return {
    isPacked: !options.has('no-meshopt'),
    textureSize: options.integer('texture-size', {fallback: 2048, min: 4, max: 16_384}),
    quality: options.integer('quality', {fallback: 80, min: 1, max: 100}),
    textureFormat: options.has('ktx2') ? 'ktx2' : 'webp',
  };
}

/** The same place below another folder; a `.gltf` that was packed is a `.glb`. */
function placeIn(folder: string, base: string, file: string, isPacked = true): string {
  const relative = path.relative(base, file);
  if (relative.startsWith('..')) {
    throw new TwikError('model-outside', `${file} lies outside of ${base}. Move it beside the product.`);
  }
  const place = path.join(folder, relative);
  return isPacked ? place.replace(/\.gltf$/i, '.glb') : place;
}

async function takePictures(
  source: AssetSource,
  files: readonly OptimizedFile[],
  isUnwanted: boolean,
  workplace: Workplace,
): Promise<Pictures> {
  if (isUnwanted) return {kind: 'skipped', reason: 'They were not wanted.'};
  const changed = files.filter(({kept}) => !kept).map(({file, bytes}) => ({file, after: bytes}));
  if (changed.length === 0) return {kind: 'skipped', reason: 'No model has changed.'};
  try {
    return {kind: 'taken', ...(await photographModels(source, changed, workplace))};
  } catch (error) {
    // Without a browser the rest is still worth having.
    if (error instanceof TwikError && ['browser-missing', 'browser-failed', 'sdk-not-built'].includes(error.code)) {
      return {kind: 'skipped', reason: error.message};
    }
    throw error;
  }
}

function seen(pictures: Pictures): Finding[] {
  if (pictures.kind === 'skipped') return [];
  return pictures.models
    .filter(({difference}) => difference.rmse > visibleRmse)
    .map(({file, difference}) => ({
      severity: 'warning',
      code: 'picture-changed',
      message: `The model looks otherwise than before (${difference.rmse.toFixed(1)} of 255). Look at it, or raise --quality.`,
      file,
      path: '',
    }));
}
