import {TwikError, createConfiguration} from '@twik/sdk/core';
import {inspectSource} from '../assets/inspect-source.js';
import {readProduct} from '../assets/product-scene.js';
import type {Command, Outcome} from './command.js';
import type {Finding} from './finding.js';

/** `twik check`: whether a product definition holds, its bindings proved against its models. */
export const check: Command = {
  name: 'check',
  summary: 'Checks a product definition, and every pointer of its scene against the models.',
  operands: '<product.json>',
  count: [1, 1],
  options: {},
  async run({operands: [operand = ''], signal, progress}): Promise<Outcome> {
    progress(`Checking ${operand}`);
    try {
      const source = await readProduct(operand);
      const {product, models} = source;
      const {findings} = await inspectSource({kind: 'product', ...source}, signal);
      // Proves that there is a configuration at all.
      const {complete} = createConfiguration(product).serialize();
      const counts = {
        parameters: product.parameters.length,
        rules: product.rules.length,
        models: models.length,
        bindings: product.scene?.bindings.length ?? 0,
      };
      const sums = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
      return {
        report: {product: product.id, version: product.version, ...counts, isCompleteByDefault: complete},
        lines: [`${product.id} ${product.version}: ${sums.join(', ')}`],
        findings,
      };
    } catch (error) {
      if (!(error instanceof TwikError)) throw error;
      return {report: {}, lines: [], findings: findingsOf(error, operand)};
    }
  },
};

function findingsOf({issues}: TwikError, file: string): Finding[] {
  return issues.map(({code, message, path}) => ({severity: 'error', code, message, file, path}));
}
