import {expect} from '@open-wc/testing';
import {codeOf, linkTo} from '../../../src/elements/configurator/share-link.js';

const page = 'https://shop.example/shelf?variant=7';

describe('a share link', () => {
  const cases: [what: string, href: string, link: string][] = [
    ['a plain page', page, `${page}#twik=1.a-b_c`],
    ['a page with another code', `${page}#twik=1.old`, `${page}#twik=1.a-b_c`],
    ['a page at a heading', `${page}#reviews`, `${page}#twik=1.a-b_c`],
    ['a page with a hash of its own', `${page}#tab=2&twik=1.old`, `${page}#tab=2&twik=1.a-b_c`],
  ];
  for (const [what, href, link] of cases) {
    it(`of ${what} carries the code, and the code is found in it`, () => {
      expect(linkTo(href, '1.a-b_c')).to.equal(link);
      expect(codeOf(link)).to.equal('1.a-b_c');
    });
  }

  it('is none without a code', () => {
    expect(codeOf(page)).to.equal(null);
    expect(codeOf(`${page}#reviews`)).to.equal(null);
  });
});
