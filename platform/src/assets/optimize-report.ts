import path from 'node:path';
import type {ModelMeasure} from './model-measure.js';
import type {OptimizedFile} from './optimize-source.js';
import type {PictureReport} from './photograph-models.js';
import type {PictureDifference} from './picture-difference.js';
import type {Validation} from './validate-model.js';

/** Pictures of before and after, or why there are none. */
export type Pictures = ({readonly kind: 'taken'} & PictureReport) | {readonly kind: 'skipped'; readonly reason: string};

/** What became of the models, as data. */
export function optimizeReport(files: readonly OptimizedFile[], pictures: Pictures, out: (file: string) => string) {
  return {
    models: files.map(({file, before, after, bound, kept}) => ({
      file,
      out: out(file),
      kept: kept?.reason ?? null,
      before: state(before.measure, before.validation),
      after: state(after.measure, after.validation),
      bound: bound.names,
      picture: differenceOf(pictures, file),
    })),
    pictures: pictures.kind === 'taken' ? {product: pictures.product} : {skipped: pictures.reason},
  };
}

function state(measure: ModelMeasure | null, {errors, warnings, notes}: Validation) {
  return {...measure, validator: {errors, warnings, notes}};
}

/** What became of the models, for people. */
export function optimizeLines(files: readonly OptimizedFile[], pictures: Pictures): string[] {
  const lines = files.flatMap(({file, before, after, bound, kept}) => {
    const [old, now] = [before.measure, after.measure];
    if (!old || !now) return [];
    const {nodes, materials, textures} = bound.names;
    const kinds = (['geometry', 'textures', 'animations', 'json'] as const)
      .filter((kind) => old.bytes[kind] > 0)
      .map((kind) => `${kind} ${kilobytes(old.bytes[kind])} → ${kilobytes(now.bytes[kind])}`);
    const memory = (measure: ModelMeasure) => measure.textures.reduce((sum, {memoryBytes}) => sum + memoryBytes, 0);
    const difference = differenceOf(pictures, file);
    return [
      `${path.basename(file)}: ${kilobytes(old.bytes.total)} → ${kilobytes(now.bytes.total)} kB${kept ? ' (kept)' : ''}`,
      `  ${kinds.join(', ')} kB; ${old.triangles} → ${now.triangles} triangles; pictures in memory ${kilobytes(memory(old))} → ${kilobytes(memory(now))} kB`,
      `  bound: ${nodes.length} nodes, ${materials.length} materials, ${textures.length} textures; validator ${before.validation.errors} → ${after.validation.errors} errors`,
      ...(difference ? [`  ${differenceLine(difference)}`] : []),
    ];
  });
  if (pictures.kind === 'skipped') return [...lines, `No pictures were compared: ${pictures.reason}`];
  return pictures.product ? [...lines, `The product's views: ${differenceLine(pictures.product)}`] : lines;
}

function differenceOf(pictures: Pictures, file: string): PictureDifference | null {
  return pictures.kind === 'taken' ? (pictures.models.find((model) => model.file === file)?.difference ?? null) : null;
}

function differenceLine({rmse, share, largest}: PictureDifference): string {
  const percent = (share * 100).toFixed(2);
  return `pictures differ by ${rmse.toFixed(2)} of 255 (rms), ${percent} % of pixels by more than 8, at most ${largest}`;
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
