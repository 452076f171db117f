import path from 'node:path';
import {TwikError} from '@twik/sdk/core';
import type {Finding} from '../cli/finding.js';
import type {BoundThings} from './bound-things.js';
import type {ModelInspection} from './inspect-model.js';
import {inspectModel} from './inspect-model.js';
import {inspectSource, type InspectedModel} from './inspect-source.js';
import type {ModelFile} from './model-file.js';
import {optimizeModel, type Kept, type OptimizedModel} from './optimize-model.js';
import type {OptimizeSettings, Workplace} from './optimize-settings.js';
import type {AssetSource} from './product-scene.js';

/** One file, before and after. */
export interface OptimizedFile {
  readonly file: string;
  readonly before: ModelInspection;
  readonly after: ModelInspection;
  readonly bound: BoundThings;
  readonly bytes: Uint8Array;
  /** Why it is as it was. */
  readonly kept: Kept | null;
}

/** Everything that became of a product's models, or one model alone. */
export interface OptimizedSource {
  readonly files: readonly OptimizedFile[];
  readonly findings: readonly Finding[];
}

/** Makes every model of a source smaller. A model that is not sound is left out, and what is wrong with it told. */
export async function optimizeSource(
  source: AssetSource,
  settings: OptimizeSettings,
  workplace: Workplace,
): Promise<OptimizedSource> {
  const {models, findings} = await inspectSource(source, workplace.signal);
  const errors = findings.filter(({severity}) => severity === 'error');
  const files: OptimizedFile[] = [];
  for (const {model, bound, inspection} of byFile(models)) {
    workplace.signal.throwIfAborted();
    workplace.progress(`Optimizing ${path.basename(model.file)}`);
    files.push(await optimizeFile(model, bound, inspection, settings, workplace));
  }
  return {files, findings: [...errors, ...files.flatMap(findingsOf)]};
}

type SoundModel = InspectedModel & {readonly bound: BoundThings};

/** Each file once, with what is bound of it under any id. */
function byFile(models: readonly InspectedModel[]): SoundModel[] {
  const files = new Map<string, SoundModel>();
  for (const {model, inspection, bound} of models) {
    if (!bound) continue;
    const known = files.get(model.file);
    if (known) known.bound.addAll(bound);
    else files.set(model.file, {model, inspection, bound});
  }
  return [...files.values()];
}

async function optimizeFile(
  model: ModelFile,
  bound: BoundThings,
  before: ModelInspection,
  settings: OptimizeSettings,
  workplace: Workplace,
): Promise<OptimizedFile> {
  const {bytes, kept} = await tryToOptimize(model, bound, settings, workplace);
  // What was read from a .gltf and the files beside it is one file now.
  const written = {file: model.file.replace(/\.gltf$/i, '.glb'), bytes};
  const after = kept ? before : await inspectModel(written);
  return {file: model.file, before, after, bound, bytes, kept};
}

/** One odd model of many shall not keep the others from becoming smaller. */
async function tryToOptimize(
  model: ModelFile,
  bound: BoundThings,
  settings: OptimizeSettings,
  workplace: Workplace,
): Promise<OptimizedModel> {
  try {
    return await optimizeModel(model, bound, settings, workplace);
  } catch (error) {
    if (error instanceof TwikError || workplace.signal.aborted) throw error;
    const reason = `glTF Transform does not get on with it (${error instanceof Error ? error.message : String(error)})`;
    return {bytes: model.bytes, kept: {code: 'model-kept-unread', reason}};
  }
}

function findingsOf({file, before, after, kept}: OptimizedFile): Finding[] {
  const findings: Finding[] = [];
  if (kept) {
    const message = `The model is as it was: ${kept.reason}.`;
    findings.push({severity: 'note', code: kept.code, message, file, path: ''});
  }
  if (after.validation.errors > before.validation.errors) {
    const [first] = after.validation.messages;
    const message = `The validator finds errors in what was made of it: ${first?.message ?? ''}`;
    findings.push({severity: 'error', code: 'model-worse', message, file, path: first?.pointer ?? ''});
  }
  return findings;
}
