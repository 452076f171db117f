import path from 'node:path';
import {TwikError} from '@twik/sdk/core';
import {bakeEnvironment, type BakedEnvironment} from '../assets/environment/bake-environment.js';
import {readPanorama} from '../assets/environment/read-panorama.js';
import {readBytes} from '../assets/model-file.js';
import type {Command} from './command.js';
import type {Finding} from './finding.js';
import type {OptionValues} from './option-values.js';
import {withStagedFiles} from './staged-files.js';

const sizes: readonly string[] = ['32', '64', '128', '256'];
/** Of the mean radiance: beyond, products are close to black or white. */
const likely = [0.05, 5] as const;

/** `twik assets environment`: light from a panorama, filtered for the viewer. */
export const assetsEnvironment: Command = {
  name: 'assets environment',
  summary: 'Makes light for the viewer from a panorama (.hdr), filtered beforehand.',
  operands: '<panorama.hdr>',
  count: [1, 1],
  options: {
    out: {kind: 'text', value: 'file', summary: 'Where it goes. Default: the same name with .bin.'},
    size: {kind: 'text', value: 'texels', summary: 'Sharpness of mirrors: 32, 64, 128 or 256. Default 64.'},
  },
  async run({operands: [operand = ''], options, signal, progress}) {
    const size = readSize(options);
    const file = path.resolve(operand);
    const out = path.resolve(options.text('out') ?? file.replace(/(\.hdr)?$/i, '.bin'));
    progress(`Reading ${operand}`);
    const panorama = readPanorama(await readBytes(file), operand);
    progress(`Filtering ${operand}`);
    const baked = await bakeEnvironment(panorama, size, {signal, progress});
    await withStagedFiles(signal, (staged) => staged.write(out, baked.bytes));
    const {bytes, levels, meanRadiance, largestRadiance} = baked;
    return {
      report: {out, size, levels, bytes: bytes.length, meanRadiance, largestRadiance},
      lines: [
        `${path.relative('', out)}: ${Math.round(bytes.length / 100) / 10} kB, ${size} texels a side, ${levels} levels`,
        `  radiance ${meanRadiance.toPrecision(3)} in the mean, ${largestRadiance.toPrecision(3)} at most`,
      ],
      findings: findingsOf(baked, file),
    };
  },
};

function readSize(options: OptionValues): number {
  const given = options.text('size') ?? '64';
  if (sizes.includes(given)) return Number(given);
  throw new TwikError('option-invalid', `--size takes ${sizes.join(', ')}, not "${given}".`);
}

function findingsOf({meanRadiance}: BakedEnvironment, file: string): Finding[] {
  const [least, most] = likely;
  if (meanRadiance >= least && meanRadiance <= most) return [];
  const [look, cure] = meanRadiance < least ? ['dark', 'brighter'] : ['white', 'darker'];
  const message = `The light is ${meanRadiance.toPrecision(2)} in the mean, so products will look ${look}. Make the panorama ${cure}: a mean of 0.5 suits.`;
  return [{severity: 'warning', code: 'light-unlikely', message, file, path: ''}];
}
