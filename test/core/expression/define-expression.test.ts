import {expect} from '@open-wc/testing';
import {defineExpression, type Expectation} from '../../../src/core/expression/define-expression.js';
import {AREA, BARE, LENGTH} from '../../../src/core/expression/dimension.js';
import {issueOf} from '../../support/issue.js';
import {environment} from './sample-environment.js';

function define(source: string, expected?: Expectation) {
  return defineExpression(source, {path: '/rules/0/when', environment, ...(expected && {expected})});
}

describe('defineExpression', () => {
  // source, code, the whole sentence
  const refused: [string, string, string][] = [
    ["finsh == 'oak'", 'name-unknown', 'Unknown name "finsh" in column 1. Did you mean "finish"?'],
    ['width / 0 > 1 mm', 'division-by-zero', 'This divides by zero in column 9. Divide by something else.'],
    ['width / (2 - 2) > 1 mm', 'division-by-zero', 'This divides by zero in column 10. Divide by something else.'],
    [
      'round(width, 0 mm) > 1 mm',
      'step-invalid',
      'This is no step to round to in column 14. Write one that is greater than 0.',
    ],
    [
      'finish == walnut',
      'name-unknown',
      'Unknown name "walnut" in column 11. Put options in single quotes: \'walnut\'.',
    ],
    ["finish == 'oka'", 'option-unknown', 'Unknown option "oka" in column 11. Did you mean "oak"?'],
    ["'glass' == finish", 'option-unknown', 'Unknown option "glass" in column 1. Known: oak, walnut, white.'],
    [
      "finish == (doors ? 'oak' : 'wite')",
      'option-unknown',
      'Unknown option "wite" in column 28. Did you mean "white"?',
    ],
    ["finish in ['oak', 'wallnut']", 'option-unknown', 'Unknown option "wallnut" in column 19. Did you mean "walnut"?'],
    ["'ledd' in extras", 'option-unknown', 'Unknown option "ledd" in column 1. Did you mean "led"?'],
    [
      'width > 1200',
      'unit-mismatch',
      'Cannot combine a length with a bare number in column 9. Write the unit: 1200 mm.',
    ],
    ['width == 0', 'unit-mismatch', 'Cannot combine a length with a bare number in column 10. Write the unit: 0 mm.'],
    [
      'width + shelves',
      'unit-mismatch',
      'Cannot combine a length with a bare number in column 9. Multiply or divide by a measure, such as 1 mm, until both are alike.',
    ],
    [
      'width * height < 1 kg / 1 m',
      'unit-mismatch',
      'Cannot combine an area with a measure in g/mm in column 18. Multiply or divide by a measure, such as 1 mm, until both are alike.',
    ],
    ['doors ? 5 : width', 'unit-mismatch', 'Either a bare number or a length in column 13. Write the unit: 5 mm.'],
    [
      'max(width, 5)',
      'unit-mismatch',
      'Cannot combine a length with a bare number in column 12. Write the unit: 5 mm.',
    ],
    ['width in [5]', 'unit-mismatch', 'Cannot combine a length with a bare number in column 11. Write the unit: 5 mm.'],
    ['round(width)', 'argument-count', '"round" of a measure without a step in column 1. Write round(x, 1 mm).'],
    ["doors ? 'a' : 5", 'type-mismatch', 'Either a text or a bare number in column 15. Use values of one kind.'],
    [
      "finish < 'oak'",
      'type-mismatch',
      'Expected a number, but found an option in column 1. Only numbers can be ordered and reckoned with.',
    ],
    [
      "'a' + 'b'",
      'type-mismatch',
      'Expected a number, but found a text in column 1. Only numbers can be ordered and reckoned with.',
    ],
    [
      '1 + null',
      'type-mismatch',
      'Expected a number, but found null in column 5. Only numbers can be ordered and reckoned with.',
    ],
    [
      '1 < 2 < 3',
      'type-mismatch',
      'Expected a number, but found a condition in column 1. Only numbers can be ordered and reckoned with.',
    ],
    ['shelves && doors', 'type-mismatch', 'Expected a condition, but found a bare number in column 1. Compare: x > 0.'],
    ['!finish', 'type-mismatch', "Expected a condition, but found an option in column 2. Compare: finish == 'oak'."],
    ['width ? 1 : 2', 'type-mismatch', 'Expected a condition, but found a length in column 1. Compare: x > 0.'],
    [
      "extras == 'led'",
      'type-mismatch',
      'Cannot combine a set of options with a text in column 11. Ask with "in": \'led\' in extras.',
    ],
    ['[1, 2] == 1', 'type-mismatch', 'A list in column 1. It stands only right of "in".'],
    ['1 in shelves', 'expression-syntax', 'Unexpected "shelves" in column 6. Write an operator before it.'],
    [
      'shelves in finish',
      'type-mismatch',
      'Expected a list, but found an option in column 12. Write [a, b], or a parameter of kind "choices".',
    ],
    ['min()', 'argument-count', '0 arguments of "min" in column 1. Write min(a, b, …).'],
    ['abs(1, 2)', 'argument-count', '2 arguments of "abs" in column 1. Write abs(x).'],
    ['if(doors, 1)', 'argument-count', '2 arguments of "if" in column 1. Write if(condition, a, b).'],
    ['cont(extras)', 'function-unknown', 'Unknown function "cont" in column 1. Did you mean "count"?'],
    [
      'count(extras, doors)',
      'type-mismatch',
      'Expected a condition, but found a set of options in column 7. Compare: x > 0.',
    ],
    ['length(shelves)', 'type-mismatch', 'Expected a text, but found a bare number in column 8. It counts characters.'],
    [
      "attribute('finish', 'density')",
      'type-mismatch',
      "Expected a choice parameter, but found a text in column 11. Write attribute(parameter, 'key').",
    ],
    [
      'attribute(finish, label)',
      'type-mismatch',
      "Expected the attribute in quotes in column 19. Write attribute(parameter, 'key').",
    ],
    [
      "attribute(finish, 'desnity')",
      'attribute-unknown',
      'Unknown attribute "desnity" in column 19. Did you mean "density"?',
    ],
    [
      "lookup('fabrics', 'price', finish)",
      'table-unknown',
      'Unknown table "fabrics" in column 8. Did you mean "fabric"?',
    ],
    [
      "lookup('fabric', 'prise', finish)",
      'column-unknown',
      'Unknown column "prise" in column 18. Did you mean "price"?',
    ],
    [
      "lookup('fabric', 'price', finish, width)",
      'unit-mismatch',
      'Cannot combine a bare number with a length in column 35. Multiply or divide by a measure, such as 1 mm, until both are alike.',
    ],
    [
      "lookup('fabric', 'price', 'oak', 1, 1, 'x', 5)",
      'argument-count',
      'A key too many in column 45. Columns: finish, shelves, price, name.',
    ],
  ];
  for (const [source, code, message] of refused) {
    it(`refuses ${source} as ${code}`, () => {
      expect(issueOf(() => define(source))).to.include({code, message, path: '/rules/0/when'});
    });
  }

  const expectations: [string, Expectation, string | null][] = [
    ['doors', 'boolean', null],
    ['shelves', 'boolean', 'Expected a condition, but found a bare number in column 1. Compare: x > 0.'],
    ['finish', 'text', null],
    ["attribute(finish, 'material')", 'text', null],
    ['5', 'text', "Expected a text, but found a bare number in column 1. Write it in single quotes: 'oak'."],
    ['shelves * 2', 'number', null],
    ['18', 'length', 'Expected a length, but found a bare number in column 1. Write the unit: 18 mm.'],
    ['18 mm', 'length', null],
    ['90', 'angle', 'Expected an angle, but found a bare number in column 1. Write the unit: 90 deg.'],
    [
      'width',
      'number',
      'Expected a bare number, but found a length in column 1. Multiply or divide by a measure, such as 1 mm, until both are alike.',
    ],
    ['width * height', {dimension: AREA}, null],
    ['width * height', 'measure', null],
    [
      'doors',
      'measure',
      'Expected a number, but found a condition in column 1. Only numbers can be ordered and reckoned with.',
    ],
    ['null', 'length', null],
    ['doors ? null : 5 mm', 'length', null],
  ];
  for (const [source, expected, message] of expectations) {
    const wanted = typeof expected === 'string' ? expected : 'an area';
    it(`${message === null ? 'takes' : 'refuses'} ${source} where ${wanted} is expected`, () => {
      if (message === null) expect(define(source, expected).source).to.equal(source);
      else expect(issueOf(() => define(source, expected)).message).to.equal(message);
    });
  }

  it('gives every node its type, and literals in base units', () => {
    const {root, type, names} = define("doors && width > 2 in ? lookup('fabric', 'price', finish, 1) : -1.5");
    expect(type).to.deep.equal({kind: 'number', dimension: BARE});
    expect([...names]).to.deep.equal(['doors', 'width', 'finish']);
    if (root.kind !== 'conditional' || root.condition.kind !== 'binary') return expect.fail();
    const comparison = root.condition.right;
    if (comparison.kind !== 'binary') return expect.fail();
    expect(comparison.left.type).to.deep.equal({kind: 'number', dimension: LENGTH});
    expect(comparison.right).to.deep.equal({
      kind: 'number',
      value: {numerator: 254n, denominator: 5n},
      unit: 'in',
      type: {kind: 'number', dimension: LENGTH},
      start: 17,
      end: 21,
    });
    expect(root.whenFalse).to.deep.include({kind: 'number', value: {numerator: -3n, denominator: 2n}});
  });

  it('turns "if" into a conditional, so that readers of the tree know one kind', () => {
    expect(define('if(doors, 1, 2)').root).to.include({kind: 'conditional', start: 0, end: 15});
  });

  it('knows the options of a conditional from both branches', () => {
    expect(issueOf(() => define("(doors ? finish : legs) == 'glass'")).message).to.contain('oak, walnut, white, steel');
    expect(define("(doors ? finish : legs) == 'steel'").type).to.deep.equal({kind: 'boolean'});
  });
});
