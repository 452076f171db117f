import path from 'node:path';
import {TwikError, type Product} from '@twik/sdk/core';
import {readProduct} from '../assets/product-scene.js';
import {takeThumbnails} from '../assets/thumbnails.js';
import type {Command} from './command.js';
import type {OptionValues} from './option-values.js';
import {withStagedFiles} from './staged-files.js';

/** `twik assets thumbnails`: a picture of each option, from the product itself. */
export const assetsThumbnails: Command = {
  name: 'assets thumbnails',
  summary: 'Takes a picture of the product with each option chosen. Needs Chrome or Chromium (CHROME_PATH).',
  operands: '<product.json>',
  count: [1, 1],
  options: {
    out: {kind: 'text', value: 'folder', summary: 'Where they go. Default: "thumbnails" beside the product.'},
    sizes: {kind: 'text', value: 'pixels,…', summary: 'Sides of the squares. Default 96,192.'},
    parameters: {kind: 'text', value: 'id,…', summary: 'Only these. Default: every one with options.'},
  },
  async run({operands: [operand = ''], options, signal, progress}) {
    const source = await readProduct(operand);
    const sizes = readSizes(options);
    const parameters = readParameters(options, source.product);
    const folder = path.resolve(options.text('out') ?? path.join(path.dirname(source.file), 'thumbnails'));
    progress(`Taking pictures of ${operand}`);
    const {pictures, missing} = await takeThumbnails(source, {sizes, parameters}, {signal, progress});
    await withStagedFiles(signal, async (staged) => {
      for (const {name, bytes} of pictures) await staged.write(path.join(folder, name), bytes);
    });
    return {
      report: {
        out: folder,
        pictures: pictures.map(({parameter, option, size, name, bytes}) => {
          return {parameter, option, size, file: path.join(folder, name), bytes: bytes.length};
        }),
      },
      lines: [`${pictures.length} pictures written to ${path.relative('', folder) || '.'}`],
      findings: missing.map(({parameter, option}) => ({
        severity: 'warning',
        code: 'option-not-shown',
        message: `Option "${option}" of "${parameter}" cannot be chosen, so there is no picture of it.`,
        file: source.file,
        path: source.product.parameters.find(({id}) => id === parameter)?.path ?? '',
      })),
    };
  },
};

function readSizes(options: OptionValues): number[] {
  const given = options.list('sizes');
  return (given.length > 0 ? given : ['96', '192']).map((text) => {
    const size = /^\d+$/.test(text) ? Number(text) : 0;
    if (size >= 8 && size <= 1024) return size;
    throw new TwikError('option-invalid', `--sizes takes whole numbers from 8 to 1024, not "${text}".`);
  });
}

function readParameters(options: OptionValues, {parameters}: Product): string[] {
  return options.list('parameters').map((id) => {
    const parameter = parameters.find((candidate) => candidate.id === id);
    if (parameter && 'options' in parameter) return id;
    const known = parameters.flatMap((candidate) => ('options' in candidate ? [candidate.id] : []));
    throw new TwikError('option-invalid', `--parameters: "${id}" has no options. There are ${known.join(', ')}.`);
  });
}
