import {expect} from '@open-wc/testing';
import {parseProduct} from '../../../../src/core/product/parse-product.js';
import {deskWith} from '../../../support/desk.js';
import {issueOf} from '../../../support/issue.js';

/** What is wrong, as one change of a good product; then code, pointer, and words of the cure. */
export type Refusal = readonly [
  title: string,
  pointer: string,
  value: unknown,
  code: string,
  path: string,
  cure: string,
];

/** Tests that each of these faults is found, alone, where it is and with its cure. */
export function testRefusals(subject: string, refusals: readonly Refusal[]): void {
  describe(`parseProduct refuses in ${subject}`, () => {
    for (const [title, pointer, value, code, path, cure] of refusals) {
      it(`${title}: ${code}`, () => {
        const issue = issueOf(() => parseProduct(deskWith([pointer, value])));
        expect(issue.issues.map((each) => `${each.code} ${each.path}: ${each.message}`)).to.have.length(1);
        expect(issue.code).to.equal(code);
        expect(issue.path).to.equal(path);
        expect(issue.message).to.contain(cure);
      });
    }
  });
}
