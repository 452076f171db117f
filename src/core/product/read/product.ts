import {createEnvironment} from '../environment.js';
import {Place, type Read, type Reading} from '../json/place.js';
import {list, memberOf, object, optional, reportUnknownKeys, string, type JsonObject} from '../json/readers.js';
import type {Parameter} from '../parameter.js';
import type {DataTable, Derived, Product} from '../product.js';
import {dataTables} from './data-table.js';
import {defineDerived, derivedDraft, type DerivedDraft} from './derived.js';
import {exampleReader} from './example.js';
import {defineFormula, formula} from './formula.js';
import {group} from './group.js';
import {idsOf, plainId} from './identity.js';
import {parameterDraft, type ParameterDraft} from './parameter.js';
import {bomReader, parts} from './parts.js';
import {price} from './price.js';
import {checkGroups, checkPriced, reportSharedNames} from './references.js';
import {renamedReader} from './renamed.js';
import {reportText, ruleReader} from './rule.js';
import {scene} from './scene.js';
import {locale, text} from './text.js';

const availability = object({leadTimeDays: optional(formula('number'))});

/**
 * Reads a whole document of the current format. Formulas come after what they may name: parameters and tables, derived
 * values, then everything else. What is wrong is in `reading.issues`; the product is of use only while there is nothing.
 */
export function readProduct(document: JsonObject, baseUrl: string, reading: Reading): Product {
  const root = new Place('', reading);
  const keys = ['format'];
  /** Reads a member; `otherwise` stands in when it is wrong, and when it is not there unless it is needed. */
  const read = <T, const D>(key: string, reader: Read<T>, otherwise: D, isNeeded = false): T | D => {
    keys.push(key);
    const at = root.at(key);
    const value = memberOf(document, key);
    return value === undefined && !isNeeded ? otherwise : at.attempt(() => reader(value, at), otherwise);
  };
  const id = read('id', plainId, '', true);
  const version = read('version', string, '', true);
  const name = read('name', text, id);
  const description = read('description', text, null);
  const defaultLocale = read('defaultLocale', locale, 'en');

  for (const key of ['parameters', 'derived']) for (const each of idsOf(document[key])) reading.broken.add(each);
  const drafts = read('parameters', list(parameterDraft), []);
  const derivedDrafts = read('derived', list(derivedDraft), []);
  for (const each of [...drafts.map(({parameter}) => parameter), ...derivedDrafts]) reading.broken.delete(each.id);
  reportSharedNames(document, root);
  const tables = [...read('tables', dataTables, new Map<string, DataTable>()).values()];
  const derived = defineDerived(
    derivedDrafts,
    drafts.flatMap(activeOf),
    {parameters: drafts.map(({parameter}) => parameter), tables},
    reading,
  );
  const parameters = drafts.map((draft) => withActive(draft, reading));
  const source = {parameters, tables, derived: new Map(derived.map((each) => [each.id, each.formula.type]))};
  reading.wordsEnvironment = createEnvironment(source, {purpose: 'words'});

  const textBehind = textsBehind(parameters, derived);
  for (const {active, path} of parameters) reportText(active, new Place(path, reading).at('active'), textBehind);
  const names = [...parameters, ...derived].map((each) => each.id);
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const partIds = Object.keys(memberOf(document, 'parts') ?? {});
  const groups = read('groups', list(group), []);
  const product = {
    ...{id, version, name, description, defaultLocale, baseUrl, parameters, groups, derived, tables},
    rules: read('rules', list(ruleReader({parameters: byId, names, textBehind})), []),
    parts: read('parts', parts, new Map<string, never>()),
    bom: read('bom', bomReader(partIds), {lines: []}).lines,
    scene: read('scene', scene, null),
    leadTimeDays: read('availability', availability, {leadTimeDays: null}).leadTimeDays,
    renamed: read('renamed', renamedReader(parameters), {
      parameters: new Map<string, string>(),
      options: new Map<string, string>(),
    }),
    examples: read('examples', list(exampleReader(idsOf(document['parameters']))), []),
  };
  reading.environment = createEnvironment(source, {purpose: 'price'});
  const priced = read('price', price, null);

  reportUnknownKeys(document, keys, root);
  checkGroups(document, parameters, groups, root);
  checkPriced(document, parameters, root);
  return {...product, price: priced};
}

function activeOf({parameter: {id}, active}: ParameterDraft): DerivedDraft[] {
  return active ? [{id, formula: active}] : [];
}

function withActive({parameter, active: written}: ParameterDraft, reading: Reading): Parameter {
  // Its own faults are reported already: a syntax error, or a circle.
  if (!written || reading.broken.has(parameter.id)) return parameter;
  const active = new Place(written.path, reading).attempt(() => defineFormula(written, reading, 'boolean'), null);
  return {...parameter, active};
}

/** The text or colour that a name reads, itself or through derived values. */
function textsBehind(parameters: readonly Parameter[], derived: readonly Derived[]): Map<string, string> {
  const texts = parameters.filter(({kind}) => kind === 'text' || kind === 'color');
  const behind = new Map(texts.map(({id}) => [id, id]));
  for (const {
    id,
    formula: {names},
  } of derived) {
    const source = [...names].map((name) => behind.get(name)).find((name) => name !== undefined);
    if (source !== undefined) behind.set(id, source);
  }
  return behind;
}
