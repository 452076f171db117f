import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {Value} from '../../../src/core/product/parameter.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import type {Text} from '../../../src/core/text/text.js';

/** The message of a rule that bars the stop, filled with what else is picked. */
function filled(message: unknown, picks: Readonly<Record<string, Value>> = {}): Text | null | undefined {
  const product = parseProduct({
    format: 1,
    id: 'messages',
    version: '1',
    defaultLocale: 'en',
    parameters: [
      {id: 'width', kind: 'number', unit: 'cm', min: 0, max: 100, step: 0.5, default: 50},
      {id: 'count', kind: 'integer', min: 1, max: 9, default: 3},
      {
        id: 'wood',
        kind: 'choice',
        required: false,
        options: [{id: 'oak', name: {en: 'Oak', de: 'Eiche'}}, {id: 'elm'}],
      },
      {id: 'extras', kind: 'choices', options: [{id: 'lamp'}, {id: 'lock', name: {en: 'Lock', fr: 'Serrure'}}]},
      {id: 'doors', kind: 'boolean', default: false},
      {id: 'words', kind: 'text', required: false, default: 'Ada'},
      {id: 'stop', kind: 'boolean', default: false},
    ],
    derived: [
      {id: 'third', formula: 'width / 3'},
      {id: 'area', formula: 'width * width'},
      {id: 'many', formula: 'count > 3'},
      {id: 'kind', formula: "doors ? 'closed' : 'open'"},
      {id: 'broken', formula: '1 / (count - 3)'},
    ],
    rules: [{id: 'never', require: '!stop', message}],
  });
  const configuration = createConfiguration(product, {picks});
  return configuration.explain('stop', true).rules[0]?.message;
}

describe('the message of a rule', () => {
  const cases: readonly (readonly [template: string, picks: Readonly<Record<string, Value>>, Text])[] = [
    ['{width}, {count}', {width: 12.5}, '12.5 cm, 3'],
    ['{doors}, {words}', {}, '–, Ada'],
    ['{doors}', {doors: true}, '✓'],
    ['{third}, {area}', {}, '166.67 mm, 250000 mm2'],
    ['{many}, {kind}', {count: 4, doors: true}, '✓, closed'],
    ['{many}, {kind}', {}, '–, open'],
    ['{broken}', {}, '–'],
    ['{broken}', {count: 5}, '0.5'],
  ];
  for (const [template, picks, text] of cases) {
    it(`"${template}" with ${JSON.stringify(picks)} reads "${JSON.stringify(text)}"`, () =>
      expect(filled(template, picks)).to.deep.equal(text));
  }

  it('speaks the languages of the options it shows', () => {
    expect(filled('No {wood}.', {wood: 'oak'})).to.deep.equal({en: 'No Oak.', de: 'No Eiche.'});
    expect(filled('No {wood}.', {wood: null})).to.deep.equal({en: 'No –.', de: 'No –.'});
    expect(filled('{wood}: {extras}', {wood: 'elm', extras: ['lamp', 'lock']})).to.deep.equal({
      en: 'elm: lamp, Lock',
      de: 'elm: lamp, Lock',
      fr: 'elm: lamp, Serrure',
    });
  });

  it('keeps to its own languages where it has some', () => {
    expect(filled({en: 'No {wood}.', fr: 'Pas de {wood}.'}, {wood: 'oak'})).to.deep.equal({
      en: 'No Oak.',
      fr: 'Pas de Oak.',
    });
  });
});
