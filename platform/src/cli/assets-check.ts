import path from 'node:path';
import {inspectSource} from '../assets/inspect-source.js';
import {readSource} from '../assets/product-scene.js';
import type {Command} from './command.js';

/** `twik assets check`: what is wrong with models, in words, with code and place. */
export const assetsCheck: Command = {
  name: 'assets check',
  summary: 'Checks models: the Khronos validator, names, bindings, pictures, triangles, units, extensions.',
  operands: '<product.json | model.glb>',
  count: [1, 1],
  options: {},
  async run({operands: [operand = ''], signal, progress}) {
    progress(`Checking ${operand}`);
    const source = await readSource(operand);
    const {models, findings} = await inspectSource(source, signal);
    const rows = models.map(({model: {file}, inspection: {measure, validation}}) => ({
      file,
      validator: {errors: validation.errors, warnings: validation.warnings, notes: validation.notes},
      bytes: measure?.bytes ?? null,
      triangles: measure?.triangles ?? null,
      textures: measure?.textures ?? null,
    }));
    return {
      report: {models: rows},
      lines: rows.map(
        ({file, bytes, triangles, textures, validator}) =>
          `${path.basename(file)}: ${
            bytes
              ? `${Math.round(bytes.total / 1000)} kB, ${triangles ?? 0} triangles, ${textures?.length ?? 0} pictures`
              : 'cannot be read'
          }, validator ${validator.errors} errors, ${validator.warnings} warnings`,
      ),
      findings,
    };
  },
};
