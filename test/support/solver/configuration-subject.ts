import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import type {Value} from '../../../src/core/product/parameter.js';
import type {Choice, Network} from './network.js';
import {indexOfValue, isNumeric, productOf, productValue} from './product-of.js';
import type {Subject} from './subject.js';

/** A configuration of the product that says the same as a network. */
export function configurationSubject(network: Network): Subject {
  const configuration = createConfiguration(parseProduct(productOf(network)));
  const definition = (variable: number) => network.vars[variable] ?? {n: ''};
  const valueOf = ({variable, index}: Choice): Value => productValue(definition(variable), index);
  const choiceOf = ({parameter, value}: {readonly parameter: string; readonly value: Value}): Choice => {
    const variable = Number(parameter.slice(1));
    return {variable, index: indexOfValue(definition(variable), value)};
  };
  return {
    choose(choice) {
      const parameter = `p${choice.variable}`;
      const result = configuration.request({kind: 'set', parameter, value: valueOf(choice)});
      if (result.kind === 'refused') throw result.error;
      if (result.kind === 'applied') return null;
      return {
        choices: result.explanation.picks.map(choiceOf),
        constraints: result.explanation.rules.map(({id}) => Number(id.slice(1))),
        repairs: result.repairs.map(({release}) => release.map(choiceOf)),
      };
    },
    release(variable) {
      configuration.request({kind: 'clear', parameter: `p${variable}`});
    },
    isPossible: (choice) => configuration.isPossible(`p${choice.variable}`, valueOf(choice)),
    bounds(variable) {
      if (!isNumeric(definition(variable))) return null;
      const found = configuration.bounds(`p${variable}`);
      if (!found) throw new Error(`p${variable} has no bounds.`);
      return {min: indexOfValue(definition(variable), found.min), max: indexOfValue(definition(variable), found.max)};
    },
    solution: () =>
      network.vars.map((variable, index) => indexOfValue(variable, configuration.parameter(`p${index}`).value)),
  };
}
