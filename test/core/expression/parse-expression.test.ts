import {expect} from '@open-wc/testing';
import {Environment} from '@marcbachmann/cel-js';
import * as fc from 'fast-check';
import {TwikError} from '../../../src/core/error.js';
import {evaluate} from '../../../src/core/expression/compile-expression.js';
import {defineExpression} from '../../../src/core/expression/define-expression.js';
import {BARE} from '../../../src/core/expression/dimension.js';
import {EMPTY_ENVIRONMENT, type ExpressionEnvironment} from '../../../src/core/expression/environment.js';
import {childrenOf} from '../../../src/core/expression/names.js';
import type {ExpressionNode} from '../../../src/core/expression/node.js';
import {parseExpression} from '../../../src/core/expression/parse-expression.js';
import {unitNames} from '../../../src/core/expression/units.js';
import {issueOf} from '../../support/issue.js';
import {environment as shelf} from './sample-environment.js';
import {formulas} from './tree-arbitrary.js';
import {runs} from '../../support/runs.js';

describe('parseExpression', () => {
  const refused: [string, string, string][] = [
    ['', 'expression-syntax', 'Unexpected end in column 1. Complete it.'],
    ['1 +', 'expression-syntax', 'Unexpected end in column 4. Complete it.'],
    ['(1 + 2', 'expression-syntax', 'Unexpected end in column 7. Write ")" there.'],
    ['[1, 2', 'expression-syntax', 'Unexpected end in column 6. Write "]" there.'],
    ['a ? b', 'expression-syntax', 'Unexpected end in column 6. Write ":" there.'],
    ['1 2', 'expression-syntax', 'Unexpected "2" in column 3. Write an operator before it.'],
    ["a 'b'", 'expression-syntax', 'Unexpected "\'b\'" in column 3. Write an operator before it.'],
    ['a = 1', 'expression-syntax', 'Unexpected "=" in column 3. Write "==".'],
    ['a & b', 'expression-syntax', 'Unexpected "&" in column 3. Write "&&".'],
    ['a and b', 'expression-syntax', 'Unexpected "and" in column 3. Write "&&".'],
    ['1 > 0 or b', 'expression-syntax', 'Unexpected "or" in column 7. Write "||".'],
    ['not a', 'expression-syntax', 'Unexpected "a" in column 5. Write an operator before it.'],
    ['"oak"', 'expression-syntax', 'Unexpected """ in column 1. Write texts in single quotes: \'oak\'.'],
    [
      "'oak",
      'expression-syntax',
      'Unexpected "\'" in column 1. Close the text with a single quote; inside it write \\\' and \\\\.',
    ],
    [
      'finish.density',
      'expression-syntax',
      'Unexpected "." in column 7. Write decimals as 0.5, and facts about options as attribute(finish, \'density\').',
    ],
    ['a\n  @', 'expression-syntax', 'Unexpected "@" in column 5. Remove it.'],
    ['🪵', 'expression-syntax', 'Unexpected "🪵" in column 1. Remove it.'],
    ['1e999', 'expression-syntax', 'Unexpected "1e999" in column 1. Write fewer digits.'],
    ['in', 'expression-syntax', 'Unexpected "in" in column 1. Write an operator before it.'],
    ['5 mn', 'unit-unknown', `Unknown unit "mn" in column 3. Known: ${unitNames.join(', ')}.`],
    ['5 deh', 'unit-unknown', 'Unknown unit "deh" in column 3. Did you mean "deg"?'],
  ];
  for (const [source, code, message] of refused) {
    it(`refuses ${JSON.stringify(source)} as ${code}`, () => {
      const error = issueOf(() => parseExpression(source, {path: '/price'}));
      expect(error).to.include({code, message, path: '/price'});
    });
  }

  it('binds a unit tighter than any operator, and tells inches from "in" by what follows', () => {
    expect(parseExpression('-18 mm * 2')).to.deep.include({
      kind: 'binary',
      operator: '*',
      left: {kind: 'number', value: -18, unit: 'mm', type: null, start: 0, end: 6},
    });
    expect(parseExpression('18 in')).to.include({kind: 'number', unit: 'in'});
    expect(parseExpression('18 in [18]')).to.include({kind: 'in'});
  });

  it('needs no brackets where operators bind as they do in CEL', () => {
    fc.assert(
      fc.property(formulas, ({lean, full}) => {
        expect(shapeOf(parseExpression(lean))).to.deep.equal(shapeOf(parseExpression(full)));
      }),
    );
  });

  it('knows where each node is written', () => {
    const source = 'doors && width > 2 in ? min(1, shelves) : -(1 + 2)';
    const texts: string[] = [];
    const visit = (node: ExpressionNode): void => {
      texts.push(source.slice(node.start, node.end));
      childrenOf(node).forEach(visit);
    };
    visit(parseExpression(source));
    expect(texts).to.include.members(['doors && width > 2 in', '2 in', 'min(1, shelves)', '1 + 2', source]);
  });

  it('answers any text with a tree or with an error that names a column of it', () => {
    const pieces = fc.constantFrom(
      ...["'", '"', '(', ')', '[', ']', '1', '.5', 'mm', 'in', 'if(', 'width', 'finish', "'oak'", ',', '?', ':', '&&'],
      ...['==', '!', '-', '/', ' ', '\n', '\\', 'null', 'true', 'lookup(', "'fabric'", 'attribute(', '1e5', '🪵', '\0'],
    );
    const texts = fc.oneof(
      fc.string({unit: 'binary', maxLength: 40}),
      fc.array(pieces, {maxLength: 30}).map((list) => list.join('')),
      fc.array(pieces, {maxLength: 30}).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (source) => {
        try {
          defineExpression(source, {path: '/x', environment: shelf});
        } catch (error) {
          if (!(error instanceof TwikError)) throw error;
          const column = Number(/ in column (\d+)\. \S/.exec(error.message)?.[1] ?? NaN);
          expect(column).to.be.within(1, source.length + 1);
          expect(error.path).to.equal('/x');
        }
      }),
      {numRuns: runs(3000, 10_000, 100_000)},
    );
  });
});

describe('the limits of a formula', () => {
  const cases: [string, string, string, string][] = [
    ['64 levels of brackets', '('.repeat(64) + '1' + ')'.repeat(64), '(', 'expression-too-deep'],
    ['64 levels of "!"', '!'.repeat(64) + 'true', '!', 'expression-too-deep'],
    ['64 levels of calls', 'abs('.repeat(64) + '1' + ')'.repeat(64), 'abs(', 'expression-too-deep'],
    ['64 levels of conditions', 'true ? 1 : '.repeat(64) + '1', 'true ? 1 : ', 'expression-too-deep'],
    ['2,000 nodes', '-a' + '+1'.repeat(999), '!', 'expression-too-long'],
    ['4,000 characters', `'${'x'.repeat(3998)}'`, ' ', 'expression-too-long'],
  ];
  for (const [name, source, more, code] of cases) {
    it(`allow ${name} and not one more`, () => {
      expect(parseExpression(source).start).to.equal(source.startsWith('(') ? 64 : 0);
      expect(issueOf(() => parseExpression(more + source))).to.include({code});
    });
  }

  it('let a sum be as long as the limit of nodes, though its tree leans', () => {
    const expression = defineExpression('1' + ' +1'.repeat(999), {path: '', environment: EMPTY_ENVIRONMENT});
    expect(evaluate(expression, EMPTY_ENVIRONMENT, () => null)).to.equal(1000);
  });
});

describe('the part of the language that is CEL', () => {
  const environment: ExpressionEnvironment = {
    ...EMPTY_ENVIRONMENT,
    names: () => ['a', 'b', 'c', 'p', 'q'],
    typeOf: (name) => ('abc'.includes(name) ? {kind: 'number', dimension: BARE} : {kind: 'boolean'}),
  };
  const cel = new Environment()
    .registerVariable('a', 'int')
    .registerVariable('b', 'int')
    .registerVariable('c', 'int')
    .registerVariable('p', 'bool')
    .registerVariable('q', 'bool');
  const integers = fc.integer({min: -9, max: 9});

  it('means what an implementation of CEL says it means', () => {
    fc.assert(
      fc.property(
        formulas,
        fc.record({a: integers, b: integers, c: integers, p: fc.boolean(), q: fc.boolean()}),
        ({lean}, values) => {
          const {a, b, c, p, q} = values;
          const said: unknown = cel.evaluate(lean, {a: BigInt(a), b: BigInt(b), c: BigInt(c), p, q});
          const all: Readonly<Record<string, number | boolean>> = values;
          const expression = defineExpression(lean, {path: '', environment});
          const value = evaluate(expression, environment, (name) => all[name] ?? null);
          expect(value).to.equal(typeof said === 'bigint' ? Number(said) : said);
        },
      ),
      {numRuns: runs(2000, 5000, 50_000)},
    );
  });
});

/** A tree without places. */
function shapeOf(node: ExpressionNode): unknown {
  const {start: _start, end: _end, type: _type, ...rest} = node;
  return [Object.values(rest).filter((value) => typeof value !== 'object'), childrenOf(node).map(shapeOf)];
}
