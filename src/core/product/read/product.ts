import type {Expression} from '../../expression/expression.js';
import {below, type Place, type Read, type Reading} from '../json/place.js';
import {
  list,
  matching,
  memberOf,
  object,
  optional,
  reportUnknownKeys,
  string,
  type JsonObject,
} from '../json/readers.js';
import {createEnvironment} from '../environment.js';
import type {DataTable, Derived, Product} from '../product.js';
import {dataTables} from './data-table.js';
import {defineDerived, derivedDraft} from './derived.js';
import {exampleReader} from './example.js';
import {defineFormula, formula} from './formula.js';
import {group} from './group.js';
import {idsOf, plainId} from './identity.js';
import {parameterDraft, type ParameterDraft} from './parameter.js';
import type {Parameter} from '../parameter.js';
import {bomReader, parts} from './parts.js';
import {price} from './price.js';
import {renamedReader} from './renamed.js';
import {checkGroups, checkPriced, markBroken, reportSharedNames} from './references.js';
import {reportText, ruleReader} from './rule.js';
import {scene} from './scene.js';
import {text} from './text.js';

const header = {
  id: plainId,
  version: string,
  name: optional(text, null),
  description: optional(text, null),
  defaultLocale: optional(
    matching(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, 'a language tag such as "en"', 'locale-invalid'),
    'en',
  ),
};
const availability = object({leadTimeDays: optional(formula('number'), null)});
const keys = [
  ...['format', ...Object.keys(header), 'parameters', 'groups', 'derived', 'rules', 'tables', 'price'],
  ...['parts', 'bom', 'scene', 'availability', 'renamed', 'examples'],
];

/**
 * Reads a whole document of the current format. Formulas come after what they may name: parameters and tables, derived
 * values, then everything else.
 */
export function readProduct(document: JsonObject, baseUrl: string, reading: Reading): Product | undefined {
  const root: Place = {path: '', reading};
  const read = <T>(key: string, reader: Read<T>): T | undefined => reader(memberOf(document, key), below(root, key));
  reportUnknownKeys(document, keys, root);
  reportSharedNames(document, root);

  const id = read('id', header.id);
  const version = read('version', header.version);
  const name = read('name', header.name);
  const description = read('description', header.description);
  const defaultLocale = read('defaultLocale', header.defaultLocale);

  const drafts = read('parameters', optional(list(parameterDraft), [])) ?? [];
  const tables = [
    ...(read('tables', optional(dataTables, new Map<string, DataTable>())) ?? new Map<string, DataTable>()).values(),
  ];
  const derivedDrafts = read('derived', optional(list(derivedDraft), [])) ?? [];
  markBroken(
    document,
    'parameters',
    drafts.map(({parameter}) => parameter.id),
    reading,
  );
  markBroken(
    document,
    'derived',
    derivedDrafts.map((draft) => draft.id),
    reading,
  );

  const plain = drafts.map(({parameter}) => parameter);
  const actives = drafts.flatMap(({parameter, active}) => (active ? [{id: parameter.id, formula: active}] : []));
  const derived = defineDerived(derivedDrafts, actives, {parameters: plain, tables}, reading);
  const parameters = drafts.map((draft) => ({...draft.parameter, active: defineActive(draft, reading)}));
  const source = {parameters, tables, derived: new Map(derived.map((each) => [each.id, each.formula.type]))};
  reading.wordsEnvironment = createEnvironment(source, {purpose: 'words'});

  const textBehind = textReader(parameters, derived);
  for (const {active} of parameters) {
    if (active) reportText(active, {path: active.path, reading}, {textBehind});
  }
  const names = [...parameters, ...derived].map((each) => each.id);
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const rules = read('rules', optional(list(ruleReader({parameters: byId, names, textBehind})), []));
  const partMap = read('parts', optional(parts, new Map<string, never>()));
  const bom = read('bom', optional(bomReader(Object.keys(memberOf(document, 'parts') ?? {})), {lines: []}));
  const sceneDefinition = read('scene', optional(scene, null));
  const days = read('availability', optional(availability, {leadTimeDays: null}));
  reading.environment = createEnvironment(source, {purpose: 'price'});
  const priceDefinition = read('price', optional(price, null));
  checkPriced(document, parameters, root);

  const groups = read('groups', optional(list(group), []));
  checkGroups(document, parameters, groups ?? [], root);
  const renamed = read(
    'renamed',
    optional(renamedReader(parameters), {parameters: new Map<string, string>(), options: new Map<string, string>()}),
  );
  const examples = read('examples', optional(list(exampleReader(idsOf(memberOf(document, 'parameters')))), []));
  if (id === undefined || version === undefined || name === undefined || description === undefined) return undefined;
  if (defaultLocale === undefined || !rules || !partMap || !bom || sceneDefinition === undefined) return undefined;
  if (!days || priceDefinition === undefined || !groups || !renamed || !examples) return undefined;
  return {
    id,
    version,
    name: name ?? id,
    description,
    defaultLocale,
    baseUrl,
    parameters,
    groups,
    derived,
    rules,
    tables,
    price: priceDefinition,
    parts: partMap,
    bom: bom.lines,
    scene: sceneDefinition,
    leadTimeDays: days.leadTimeDays,
    renamed,
    examples,
  };
}

function defineActive({parameter, active}: ParameterDraft, reading: Reading): Expression | null {
  // Its own faults are reported already: a syntax error, or a circle.
  if (!active || reading.broken.has(parameter.id)) return null;
  return defineFormula(active, reading, 'boolean') ?? null;
}

/** Tells which text or colour a name reads, itself or through derived values. */
function textReader(parameters: readonly Parameter[], derived: readonly Derived[]): (name: string) => string | null {
  const texts = parameters.filter(({kind}) => kind === 'text' || kind === 'color');
  const behind = new Map(texts.map(({id}) => [id, id]));
  for (const {
    id,
    formula: {names},
  } of derived) {
    const source = [...names].map((name) => behind.get(name)).find((name) => name !== undefined);
    if (source !== undefined) behind.set(id, source);
  }
  return (name) => behind.get(name) ?? null;
}
