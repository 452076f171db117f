import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {TwikError} from '../../../src/core/error.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {desk, type Json} from '../../support/desk.js';
import {isHolder, reach, setMember} from '../../support/json.js';
import {runs} from '../../support/runs.js';

/** Every place in a document. */
function placesOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...below.flatMap(([key, member]) => placesOf(member, [...path, key]))];
}

const places = placesOf(desk()).slice(1);

const value = fc.oneof(
  fc.jsonValue({maxDepth: 2}),
  fc.constantFrom<unknown>(
    ...['', ' ', 'width', 'finish', "'oak'", '1e400', '-0', '1'.repeat(500), '((((', 'width * width', 'null', 'motor'],
    ...[0, -1, 0.1, 1e300, null, true, [], {}, [[]], {any: true}, {formula: 'width'}, '#ffffff', '/nodes/@A/scale'],
  ),
);

const mutation = fc.record({
  place: fc.constantFrom(...places),
  kind: fc.constantFrom('replace', 'remove', 'rename', 'copy'),
  value,
  other: fc.constantFrom(...places),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(document: unknown, {place, kind, value: replacement, other}: Mutation): void {
  const holder = reach(document, place.slice(0, -1));
  const key = String(place.at(-1) ?? '');
  if (!isHolder(holder)) return;
  if (kind === 'remove') setMember(holder, key, undefined);
  else if (kind === 'rename' && !Array.isArray(holder)) {
    setMember(holder, `${key}s`, holder[key] ?? null);
    setMember(holder, key, undefined);
  } else setMember(holder, key, kind === 'copy' ? structuredClone(reach(document, other)) : replacement);
}

describe('parseProduct on a product with random faults', () => {
  it('gives a product or throws a TwikError whose issues have code, sentence and a pointer into the document', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.array(mutation, {minLength: 1, maxLength: 4}), (mutations) => {
        const document = desk();
        for (const each of mutations) mutate(document, each);
        try {
          expect(Object.isFrozen(parseProduct(document))).to.equal(true);
        } catch (error) {
          if (!(error instanceof TwikError)) throw error;
          refused++;
          for (const {code, message, path} of error.issues) {
            expect(code).to.match(/^[a-z]+(-[a-z]+)*$/);
            expect(message).to.match(/^.+[.?"]$/s);
            expect(path).to.match(/^(\/.*)?$/s);
          }
        }
      }),
      {numRuns: runs(200, 1500, 20_000)},
    );
    expect(refused).to.be.greaterThan(0);
  });

  it('gives the same result for the text as for the object', () => {
    const outcome = (source: unknown): unknown => {
      try {
        return parseProduct(source);
      } catch (error) {
        if (error instanceof TwikError) return error.issues;
        throw error;
      }
    };
    fc.assert(
      fc.property(mutation, (each) => {
        const document = desk();
        mutate(document, each);
        expect(outcome(JSON.stringify(document))).to.deep.equal(outcome(document));
      }),
      {numRuns: runs(100, 500, 5000)},
    );
  });
});
