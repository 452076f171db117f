import {expect, fixtureSync, html} from '@open-wc/testing';
import '../../src/define.js';

/** Relative luminance of an opaque colour, by WCAG 2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const texts = ['text', 'text-muted', 'danger', 'warning', 'success'];
const outlines = ['border-strong', 'focus', 'accent'];

for (const scheme of ['light', 'dark']) {
  describe(`the ${scheme} theme`, () => {
    const colorOf = async (token: string) => {
      const price = fixtureSync<HTMLElement>(html`<twik-price></twik-price>`);
      price.style.colorScheme = scheme;
      price.style.backgroundColor = `var(--_twik-${token})`;
      return getComputedStyle(price).backgroundColor;
    };

    for (const surface of ['surface', 'surface-raised']) {
      for (const token of texts) {
        it(`keeps 4.5:1 between ${token} and ${surface}`, async () => {
          expect(contrast(await colorOf(token), await colorOf(surface))).to.be.at.least(4.5);
        });
      }
      for (const token of outlines) {
        it(`keeps 3:1 between ${token} and ${surface}`, async () => {
          expect(contrast(await colorOf(token), await colorOf(surface))).to.be.at.least(3);
        });
      }
    }

    it('keeps 4.5:1 on the accent', async () => {
      expect(contrast(await colorOf('on-accent'), await colorOf('accent'))).to.be.at.least(4.5);
    });
  });
}

describe('the theme', () => {
  it('takes what a page sets anywhere above', async () => {
    const section = fixtureSync<HTMLElement>(html`<section><twik-price></twik-price></section>`);
    section.style.setProperty('--twik-color-text', 'rgb(1, 2, 3)');
    expect(getComputedStyle(section.querySelector('twik-price') ?? section).color).to.equal('rgb(1, 2, 3)');
  });
});
