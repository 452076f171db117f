import type {Finding} from '../cli/finding.js';
import {assetLimits} from './asset-limits.js';
import {inspectGeometry} from './inspect-geometry.js';
import {extensionsOf, readDocument, type ModelFile} from './model-file.js';
import {measureModel, type ModelMeasure} from './model-measure.js';
import {outlineOf, type ModelOutline} from './model-outline.js';
import {validateModel, type Validation} from './validate-model.js';
import {viewerExtensions} from './viewer-extensions.js';

/** What was found out about a model; names and measures only of a sound one. */
export interface ModelInspection {
  readonly validation: Validation;
  readonly outline: ModelOutline | null;
  readonly measure: ModelMeasure | null;
  readonly findings: readonly Finding[];
}

const severities = ['error', 'warning', 'note', 'note'] as const;
/** Said of every model that leaves tangents to the viewer, has coordinates for later, or places to mount things. */
const asMeant: ReadonlySet<string> = new Set([
  'BUFFER_VIEW_TARGET_MISSING',
  'MESH_PRIMITIVE_GENERATED_TANGENT_SPACE',
  'NODE_EMPTY',
  'UNUSED_OBJECT',
]);

/** Looks at one model on its own. */
export async function inspectModel(model: ModelFile): Promise<ModelInspection> {
  const validation = await validateModel(model.bytes, model.file);
  const findings: Finding[] = validation.messages
    .filter(({code}) => !asMeant.has(code))
    .map(({code, message, severity, pointer = ''}) => ({
      severity: severities[severity],
      code: `gltf-${code.toLowerCase().replaceAll('_', '-')}`,
      message,
      file: model.file,
      path: pointer,
    }));
  if (!validation.isSound) return {validation, outline: null, measure: null, findings};
  const source = await readDocument(model);
  const outline = outlineOf(source.json);
  const measure = measureModel(source, model.bytes.length);
  return {
    validation,
    outline,
    measure,
    findings: [
      ...findings,
      ...inspectExtensions(model, extensionsOf(source.json), source.json.extensionsRequired ?? []),
      ...inspectNames(model, outline),
      ...inspectPictures(model, measure),
      ...(await inspectGeometry(model, source)),
    ],
  };
}

function inspectExtensions({file}: ModelFile, used: readonly string[], required: readonly string[]): Finding[] {
  return used
    .filter((name) => !viewerExtensions.has(name))
    .map((name) =>
      required.includes(name)
        ? {
            severity: 'error',
            code: 'extension-unsupported',
            message: `The model requires ${name}, which the viewer does not have. Export it without.`,
            file,
            path: '/extensionsRequired',
          }
        : {
            severity: 'warning',
            code: 'extension-ignored',
            message: `The viewer does not have ${name}: the model looks as if it were not there.`,
            file,
            path: '/extensionsUsed',
          },
    );
}

function inspectNames({file}: ModelFile, {nodes, materials}: ModelOutline): Finding[] {
  const twice = (kind: string, list: string, names: readonly string[]): Finding[] =>
    [...new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at))].map((name) => ({
      severity: 'note',
      code: 'name-twice',
      message: `${names.filter((other) => other === name).length} ${kind} are called "${name}". Bindings cannot tell them apart.`,
      file,
      path: list,
    }));
  return [
    ...twice(
      'nodes',
      '/nodes',
      nodes.map(({name}) => name),
    ),
    ...twice('materials', '/materials', materials),
  ];
}

function inspectPictures({file}: ModelFile, {textures}: ModelMeasure): Finding[] {
  return textures.flatMap(({name, width, height}, index) =>
    Math.max(width, height) <= assetLimits.textureSide
      ? []
      : {
          severity: 'warning',
          code: 'texture-large',
          message: `Picture "${name}" has ${width} × ${height} pixels. ${assetLimits.textureSide} a side are enough: run "twik assets optimize".`,
          file,
          path: `/images/${index}`,
        },
  );
}
