import type {Finding} from '../cli/finding.js';
import {assetLimits} from './asset-limits.js';
import {BoundThings} from './bound-things.js';
import {inspectModel, type ModelInspection} from './inspect-model.js';
import type {ModelFile} from './model-file.js';
import type {AssetSource, ProductModel} from './product-scene.js';
import {proveBindings} from './prove-bindings.js';

/** A model, what was found out about it, and what of it must stay. */
export interface InspectedModel {
  readonly model: ModelFile | ProductModel;
  readonly inspection: ModelInspection;
  /** `null` where the model cannot be read. */
  readonly bound: BoundThings | null;
}

/** Everything that was found out about a product's models, or one model alone. */
export interface SourceInspection {
  readonly models: readonly InspectedModel[];
  readonly findings: readonly Finding[];
}

/** Looks at every model, at the bindings, and at the sum of what a phone must hold. */
export async function inspectSource(source: AssetSource, signal: AbortSignal): Promise<SourceInspection> {
  const files: readonly (ModelFile | ProductModel)[] = source.kind === 'product' ? source.models : [source.model];
  const inspected: {model: ModelFile | ProductModel; inspection: ModelInspection}[] = [];
  for (const model of files) {
    signal.throwIfAborted();
    inspected.push({model, inspection: await inspectModel(model)});
  }
  const outlines = new Map(
    inspected.flatMap(({model, inspection: {outline}}) =>
      outline && 'id' in model ? [[model.id, outline] as const] : [],
    ),
  );
  const proof = source.kind === 'product' ? proveBindings(source, outlines) : null;
  const models = inspected.map(({model, inspection}): InspectedModel => {
    const {outline} = inspection;
    const bound = outline && ('id' in model ? (proof?.bound.get(model.id) ?? null) : BoundThings.everything(outline));
    return {model, inspection, bound};
  });
  return {
    models,
    findings: [
      ...(proof?.findings ?? []),
      ...inspected.flatMap(({inspection}) => inspection.findings),
      ...inspectSums(source.kind === 'product' ? source.file : source.model.file, inspected),
    ],
  };
}

function inspectSums(file: string, models: readonly {readonly inspection: ModelInspection}[]): Finding[] {
  const measures = models.flatMap(({inspection: {measure}}) => measure ?? []);
  const triangles = measures.reduce((sum, measure) => sum + measure.triangles, 0);
  const memory = measures.flatMap(({textures}) => textures).reduce((sum, {memoryBytes}) => sum + memoryBytes, 0);
  const findings: Finding[] = [];
  if (memory > assetLimits.textureMemoryBytes) {
    findings.push({
      severity: 'warning',
      code: 'texture-memory',
      message:
        `The pictures take ${megabytes(memory)} MB of graphics memory, and a phone bears ` +
        `${megabytes(assetLimits.textureMemoryBytes)}. Make them smaller with "twik assets optimize --texture-size 1024", or pack them with --ktx2.`,
      file,
      path: '',
    });
  }
  if (triangles > assetLimits.triangles) {
    findings.push({
      severity: 'warning',
      code: 'triangles-many',
      message: `The models have ${triangles} triangles, and a phone bears ${assetLimits.triangles}. Simplify what is small in the picture.`,
      file,
      path: '',
    });
  }
  return findings;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
