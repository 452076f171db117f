import {expect} from '@open-wc/testing';
import {colorName} from '../../../../src/elements/controls/color/color-name.js';
import {loadMessages} from '../../../../src/elements/load-messages.js';

const names: readonly (readonly [code: string, en: string, de: string])[] = [
  ['#000000', 'black', 'schwarz'],
  ['#0b0b0c', 'black', 'schwarz'],
  ['#2b2b2b', 'dark grey', 'dunkelgrau'],
  ['#808080', 'grey', 'grau'],
  ['#c0c0c0', 'light grey', 'hellgrau'],
  ['#f4f4f2', 'white', 'weiß'],
  ['#ffffff', 'white', 'weiß'],
  ['#ff0000', 'red', 'rot'],
  ['#8b0000', 'dark red', 'dunkelrot'],
  ['#dc143c', 'red', 'rot'],
  ['#ffa500', 'orange', 'orange'],
  ['#ffd700', 'yellow', 'gelb'],
  ['#fffacd', 'light yellow', 'hellgelb'],
  ['#00ff00', 'green', 'grün'],
  ['#2e4a3f', 'dark green', 'dunkelgrün'],
  ['#008080', 'dark turquoise', 'dunkeltürkis'],
  ['#87ceeb', 'light blue', 'hellblau'],
  ['#0000ff', 'blue', 'blau'],
  ['#1d3557', 'dark blue', 'dunkelblau'],
  ['#8a2be2', 'purple', 'violett'],
  ['#ff69b4', 'light pink', 'hellrosa'],
  ['#ffc0cb', 'light pink', 'hellrosa'],
  ['#8b4513', 'brown', 'braun'],
  ['#5d4330', 'dark brown', 'dunkelbraun'],
  ['#c8a26b', 'brown', 'braun'],
];

describe('colorName', () => {
  before(() => loadMessages('de'));

  for (const [code, en, de] of names) {
    it(`calls ${code} ${en}`, () => {
      expect(colorName(code, 'en')).to.equal(`${en}, ${code}`);
      expect(colorName(code, 'de')).to.equal(`${de}, ${code}`);
    });
  }
});
