import {TwikError, type Issue} from '../error.js';
import {evaluate} from '../expression/compile-expression.js';
import type {RuntimeValue, ValueScope} from '../expression/value.js';
import type {Parameter, Value} from '../product/parameter.js';
import type {Product, Rule} from '../product/product.js';
import {encodeValue} from '../solver/parameter-values.js';
import {runtimeValueOf} from '../solver/formulas.js';
import {localize} from '../text/localize.js';
import {brokenRules} from './broken-rules.js';
import type {Configuration} from './configuration.js';
import {createConfiguration} from './create-configuration.js';
import {hashOf} from './hash.js';
import {machineryOf, type Machinery} from './machinery.js';
import {readValue} from './read-value.js';
import type {SerialConfiguration} from './serial.js';
import {isPlain} from './share-code.js';

/** What is true of a configuration that came from outside. */
export interface ValidationReport {
  /** Nothing required is open. */
  readonly complete: boolean;
  /** Every value is one that its parameter can have, and all rules hold. */
  readonly consistent: boolean;
  /** All that is wrong; another version or a wrong hash alone leaves a configuration consistent. */
  readonly issues: readonly Issue[];
}

/**
 * Checks a serial configuration value by value and rule by rule, trusting nothing it says of itself. Issues have the
 * codes `code-invalid`, `code-other-product`, `version-other`, `hash-mismatch`, `parameter-unknown`, `value-missing`,
 * `parameter-inactive`, `rule-broken`, and those that values are refused with.
 */
export function validateConfiguration(product: Product, serial: SerialConfiguration): ValidationReport {
  const invalid = (code: string, message: string): ValidationReport => ({
    complete: false,
    consistent: false,
    issues: [{code, message, path: ''}],
  });
  if (!isSerial(serial)) {
    return invalid('code-invalid', 'This is not a serial configuration. Give what `serialize()` returned.');
  }
  if (serial.product !== product.id) {
    return invalid('code-other-product', `This is a configuration of another product than "${product.id}".`);
  }
  const {values, issues} = readValues(product, serial);
  const {inactive, broken} = findBroken(machineryOf(product), values);
  const wrong = [...issues, ...broken];
  const isOpen = ({id, required, kind}: Parameter): boolean => {
    const value = values.get(id) ?? null;
    const isNothing = kind === 'color' ? value === null : value === '';
    return required && !inactive.has(id) && (isNothing || !Object.hasOwn(serial.origins, id));
  };
  return {
    complete: !product.parameters.some(isOpen),
    consistent: wrong.length === 0,
    issues: [...remarksOn(product, serial, issues.length === 0), ...wrong],
  };
}

/**
 * A configuration as it was serialized: what was picked is picked again.
 *
 * @throws TwikError like `createConfiguration`.
 */
export function configurationFrom(product: Product, serial: SerialConfiguration): Configuration {
  return createConfiguration(product, {restore: serial});
}

function isSerial(serial: unknown): boolean {
  if (!isPlain(serial)) return false;
  return typeof serial['productVersion'] === 'string' && isPlain(serial['values']) && isPlain(serial['origins']);
}

/** @param isReadable Whether all values are such that they have a hash. */
function remarksOn(product: Product, serial: SerialConfiguration, isReadable: boolean): Issue[] {
  const remarks: Issue[] = [];
  if (serial.productVersion !== product.version) {
    const message = `This was configured in another version than ${product.version}. Have its price confirmed.`;
    remarks.push({code: 'version-other', message, path: '/version'});
  }
  if (isReadable && hashOf(serial) !== serial.hash) {
    const message = 'The hash does not fit the values: one of them has been changed. Serialize it anew.';
    remarks.push({code: 'hash-mismatch', message, path: ''});
  }
  return remarks;
}

function readValues(product: Product, serial: SerialConfiguration): {values: Map<string, Value>; issues: Issue[]} {
  const issues: Issue[] = [];
  const values = new Map<string, Value>();
  const known = new Set(product.parameters.map(({id}) => id));
  for (const id of Object.keys(serial.values)) {
    if (known.has(id)) continue;
    issues.push({code: 'parameter-unknown', message: `There is no parameter "${id}". Leave it out.`, path: ''});
  }
  for (const parameter of product.parameters) {
    const value = Object.hasOwn(serial.values, parameter.id) ? (serial.values[parameter.id] ?? null) : null;
    values.set(parameter.id, null);
    if (value === null) continue;
    try {
      values.set(parameter.id, readValue(parameter, value));
    } catch (error) {
      if (!(error instanceof TwikError)) throw error;
      issues.push(...error.issues);
    }
  }
  return {values, issues};
}

function findBroken(
  machinery: Machinery,
  values: ReadonlyMap<string, Value>,
): {inactive: ReadonlySet<string>; broken: Issue[]} {
  const {product, model, decided, derived} = machinery;
  const inactive = new Set<string>();
  const indices = new Map<number, number>();
  const issues: Issue[] = [];
  for (const {parameter, variables} of decided.values()) {
    const encoded = encodeValue(parameter, values.get(parameter.id) ?? null);
    variables.forEach((variable, place) => {
      indices.set(variable, encoded?.[place] ?? model.variables[variable]?.absentIndex ?? -1);
    });
  }
  const indexOf = (variable: number): number => indices.get(variable) ?? -1;
  const valueOf = (id: string): RuntimeValue => {
    const own = decided.get(id);
    const decision = own && model.decisions[own.decision];
    const value = values.get(id) ?? null;
    if (!decision) return typeof value === 'string' ? value : null;
    return value === null ? null : runtimeValueOf(decision, model, indexOf);
  };
  const scope = derived.scope(valueOf);
  for (const parameter of product.parameters) {
    const {id, path, required, active} = parameter;
    const isNothing = (values.get(id) ?? null) === null;
    if (active === null || holds(active, machinery, scope)) {
      if (!isNothing || !required || !decided.has(id)) continue;
      issues.push({code: 'value-missing', message: `"${id}" has no value. Give it one.`, path});
      continue;
    }
    inactive.add(id);
    if (!isNothing) {
      issues.push({code: 'parameter-inactive', message: `"${id}" has a value but does not exist. Leave it out.`, path});
    }
    // "None" and "does not exist" are both null, but the rows of a table tell them apart.
    for (const variable of decided.get(id)?.variables ?? []) {
      indices.set(variable, model.variables[variable]?.absentIndex ?? -1);
    }
  }
  return {
    inactive,
    broken: [...issues, ...brokenRules(machinery, scope, indexOf).map((rule) => issueOf(rule, product))],
  };
}

function holds(condition: NonNullable<Parameter['active']>, {model}: Machinery, scope: ValueScope): boolean {
  try {
    return evaluate(condition, model.environment, scope) === true;
  } catch (error) {
    if (error instanceof TwikError) return false;
    throw error;
  }
}

function issueOf({id, message, path}: Rule, {defaultLocale}: Product): Issue {
  const words = message === null ? '' : ` ${localize(message, defaultLocale, defaultLocale)}`;
  return {code: 'rule-broken', message: `Rule "${id}" does not hold.${words}`, path};
}
