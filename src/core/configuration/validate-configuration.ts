import {TwikError, type Issue} from '../error.js';
import type {Value} from '../product/parameter.js';
import type {Product} from '../product/product.js';
import {localize} from '../text/localize.js';
import {attempt} from './attempt.js';
import {brokenRules} from './broken-rules.js';
import type {Configuration} from './configuration.js';
import {createConfiguration} from './create-configuration.js';
import {hashOf} from './hash.js';
import {machineryOf} from './machinery.js';
import {readValue} from './read-value.js';
import {readSerial} from './saved.js';
import type {SerialConfiguration} from './serial.js';

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
  const checked = attempt(() => readSerial(serial, product));
  if (checked instanceof TwikError) return {complete: false, consistent: false, issues: checked.issues};
  const {productVersion, values: given, origins} = checked;
  const machinery = machineryOf(product);
  const remarks: Issue[] = [];
  const wrong: Issue[] = [];
  const values = new Map<string, Value>();
  const valueOf = (id: string): Value => values.get(id) ?? null;

  for (const id of given.keys()) {
    if (machinery.parameters.has(id)) continue;
    wrong.push({code: 'parameter-unknown', message: `There is no parameter "${id}". Leave it out.`, path: ''});
  }
  for (const parameter of product.parameters) {
    const written = given.get(parameter.id) ?? null;
    const value = written === null ? null : attempt(() => readValue(parameter, written));
    if (value instanceof TwikError) wrong.push(...value.issues);
    else values.set(parameter.id, value);
  }

  if (productVersion !== product.version) {
    const message = `This was configured in another version than ${product.version}. Have its price confirmed.`;
    remarks.push({code: 'version-other', message, path: '/version'});
  }
  // Values that cannot be read need not even have a hash.
  if (wrong.length === 0 && hashOf(serial) !== serial.hash) {
    const message = 'The hash does not fit the values: one of them has been changed. Serialize it anew.';
    remarks.push({code: 'hash-mismatch', message, path: ''});
  }

  const scope = machinery.scope(valueOf);
  let complete = true;
  for (const parameter of product.parameters) {
    const {id, path, required} = parameter;
    const value = valueOf(id);
    if (!machinery.exists(parameter, scope)) {
      const message = `"${id}" has a value but does not exist. Leave it out.`;
      if (value !== null) wrong.push({code: 'parameter-inactive', message, path});
    } else if (required) {
      if (value === null || value === '' || !origins.has(id)) complete = false;
      const message = `"${id}" has no value. Give it one.`;
      if (value === null && machinery.decided.has(id)) wrong.push({code: 'value-missing', message, path});
    }
  }
  for (const {id, message, path} of brokenRules(machinery, scope, valueOf)) {
    const words = message === null ? '' : ` ${localize(message, product.defaultLocale, product.defaultLocale)}`;
    wrong.push({code: 'rule-broken', message: `Rule "${id}" does not hold.${words}`, path});
  }
  return {complete, consistent: wrong.length === 0, issues: [...remarks, ...wrong]};
}

/**
 * A configuration as it was serialized: what was picked is picked again.
 *
 * @throws TwikError like `createConfiguration`.
 */
export function configurationFrom(product: Product, serial: SerialConfiguration): Configuration {
  return createConfiguration(product, {restore: serial});
}
