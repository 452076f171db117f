import {expect} from '@open-wc/testing';
import {localize} from '../../../src/core/text/localize.js';
import {interpolate} from '../../../src/core/text/interpolate.js';

describe('localize', () => {
  const text = {'fr': 'Chêne', 'de-CH': 'Eiche (CH)', 'de': 'Eiche', 'en-GB': 'Oak'};
  const cases: [title: string, locale: string, defaultLocale: string, expected: string][] = [
    ['the exact locale', 'de-CH', 'en-GB', 'Eiche (CH)'],
    ['the exact locale in any case', 'DE-ch', 'en-GB', 'Eiche (CH)'],
    ['else the language', 'de-AT', 'en-GB', 'Eiche'],
    ['else the default locale', 'it', 'en-GB', 'Oak'],
    ["else the default locale's language", 'it', 'de-LI', 'Eiche'],
    ['else the first', 'it', 'es', 'Chêne'],
    ['nothing that objects inherit', 'toString', 'constructor', 'Chêne'],
  ];
  for (const [title, locale, defaultLocale, expected] of cases) {
    it(`takes ${title}`, () => expect(localize(text, locale, defaultLocale)).to.equal(expected));
  }

  it('takes a plain text as it is', () => expect(localize('Oak', 'de', 'en')).to.equal('Oak'));
});

describe('interpolate', () => {
  it('fills every name, and leaves other braces alone', () => {
    const values: Record<string, string> = {width: '1.2 m', $1: 'no'};
    expect(interpolate('{width} × {width}, {} {a b} {{width}}', (name) => values[name] ?? '?')).to.equal(
      '1.2 m × 1.2 m, {} {a b} {1.2 m}',
    );
  });

  it('takes values literally', () => expect(interpolate('{a}', () => '$& {a}')).to.equal('$& {a}'));
});
