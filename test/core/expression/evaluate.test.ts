import {expect} from '@open-wc/testing';
import {compileExpression, evaluate} from '../../../src/core/expression/compile-expression.js';
import {defineExpression} from '../../../src/core/expression/define-expression.js';
import {EMPTY_ENVIRONMENT} from '../../../src/core/expression/environment.js';
import type {RuntimeValue} from '../../../src/core/expression/value.js';
import {toDecimalString} from '../../../src/core/number/decimal.js';
import {issueOf} from '../../support/issue.js';
import {environment, scopeOf} from './sample-environment.js';

function valueOf(source: string, values?: Readonly<Record<string, RuntimeValue>>): RuntimeValue {
  const expression = defineExpression(source, {path: '/formula', environment});
  const value = evaluate(expression, environment, scopeOf(values));
  return typeof value === 'object' && value !== null && 'denominator' in value ? toDecimalString(value) : value;
}

describe('a formula', () => {
  const cases: [string, RuntimeValue][] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 3', 2],
    ['-2 * -3', 6],
    ['--2', 2],
    ['1.5e3', 1500],
    ['0.1 + 0.2 == 0.3', true],
    ['1 / 3 * 3 == 1', true],
    ['9007199254740991 + 2', '9007199254740993'],
    ['1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3', true],
    ['true || false && false', true],
    ['!doors == false', true],
    ['doors ? 1 : doors ? 2 : 3', 1],
    ['!doors ? 1 : doors ? 2 : 3', 2],
    ["if(shelves > 2, 'many', 'few')", 'many'],
    ["finish == 'oak' && legs != 'oak'", true],
    ['finish == legs', false],
    ["'it\\'s \\\\ \\n'", "it's \\ \n"],
    ['18 mm', 18],
    ['1 ft == 12 in', true],
    ['1 in', '25.4'],
    ['2 in * 2', '101.6'],
    ['2 in [1, 2, 3]', true],
    ['2 in in [1 in, 5.08 cm]', true],
    ['1 m2 == 10000 cm2 && 1 cm2 == 100 mm2 && 1 kg == 1000 g', true],
    ['90 deg', 90],
    ['2 m * 3 cm', 60_000],
    ['width * height / 1 m2', '0.96'],
    ['(height - 36 mm) / (shelves + 1)', 291],
    ['width in [600 mm, 80 cm]', true],
    ["finish in ['walnut', 'white']", false],
    ['finish in []', false],
    ["'led' in extras && !('cable' in extras)", true],
    ['finish in extras || true', true],
    ['min(3, 1, 2) + max(3, 1, 2) + sum(3, 1, 2) + abs(-4)', 14],
    ['min(1 m, 99 cm)', 990],
    ['round(2.5) + round(-2.5)', 0],
    ['floor(-0.5) + ceil(0.5)', 0],
    ['round(width, 30 mm)', 810],
    ['floor(1.99, 0.25)', '1.75'],
    ['count(extras)', 1],
    ['count(doors, shelves > 5, true)', 2],
    ['length(label)', 7],
    ["attribute(finish, 'density') / 2", 360],
    ["attribute(finish, 'material')", 'wood'],
    ["lookup('fabric', 'price', finish, 2)", 19],
    ["lookup('fabric', 'name', finish)", 'Oak single'],
    ["lookup('fabric', 'price', 'walnut', 4 / 4)", 12],
  ];
  for (const [source, expected] of cases) {
    it(`${source} gives ${JSON.stringify(expected)}`, () => {
      expect(valueOf(source)).to.equal(expected);
    });
  }

  it('evaluates only the branch that is taken', () => {
    expect(valueOf('shelves == 3 ? 1 : 1 / (shelves - 3)')).to.equal(1);
    expect(valueOf('shelves == 3 || 1 / (shelves - 3) > 0')).to.equal(true);
    expect(valueOf('shelves != 3 && 1 / (shelves - 3) > 0')).to.equal(false);
  });

  it('can be compiled once and run for many configurations', () => {
    const expression = defineExpression('width * 2 + 1 cm', {path: '', environment});
    const run = compileExpression(expression, environment);
    expect([100, 200].map((width) => run(scopeOf({width})))).to.deep.equal([210, 410]);
  });

  it('needs no environment when it reads no names', () => {
    const expression = defineExpression('2 * 3', {path: '', environment: EMPTY_ENVIRONMENT});
    expect(evaluate(expression, EMPTY_ENVIRONMENT, () => null)).to.equal(6);
  });
});

describe('null in a formula', () => {
  const nothing = {width: null, shelves: null, finish: null, legs: null, extras: null, doors: null, label: null};
  const cases: [string, RuntimeValue][] = [
    ['width + 1 mm', null],
    ['1 - shelves * 0', null],
    ['-shelves', null],
    ['shelves / shelves', null],
    ['sum(shelves, 2, shelves)', 2],
    ['sum(shelves)', 0],
    ['min(shelves, 2)', 2],
    ['max(shelves)', null],
    ['count(doors, true)', 1],
    ['count(extras)', 0],
    ['doors ? 1 : 2', 2],
    ['!doors', true],
    ['doors && true', false],
    ['doors || true', true],
    ['doors || false', false],
    ['width < 1 mm', false],
    ['width >= 1 mm', false],
    ['width <= width', false],
    ['width == null', true],
    ['width == 1 mm', false],
    ['width != 1 mm', true],
    ['doors == false', false],
    ['finish == legs', true],
    ["finish != 'oak'", true],
    ["finish in ['oak']", false],
    ['finish in [null]', true],
    ["'led' in extras", false],
    ['extras == null', true],
    ['abs(shelves)', null],
    ['round(width, 1 mm)', null],
    ['round(5, shelves)', null],
    ['length(label)', null],
    ["attribute(finish, 'density')", null],
    ["lookup('fabric', 'price', finish, 1)", null],
    ['true ? null : 5', null],
    ['null', null],
  ];
  for (const [source, expected] of cases) {
    it(`${source} gives ${JSON.stringify(expected)}`, () => {
      expect(valueOf(source, nothing)).to.equal(expected);
    });
  }

  it('is what an option without the attribute has', () => {
    expect(valueOf("attribute(finish, 'density')", {finish: 'white'})).to.equal(null);
  });
});

describe('a formula that fails when it runs', () => {
  const cases: [string, string, string][] = [
    ['1 / (shelves - 3)', 'division-by-zero', 'Guard the division'],
    ["lookup('fabric', 'price', 'white', 1)", 'lookup-no-row', 'finish white, shelves 1'],
    ['round(5, shelves - 3)', 'step-invalid', 'greater than 0'],
  ];
  for (const [source, code, words] of cases) {
    it(`${source} throws ${code} with the place of the formula`, () => {
      const error = issueOf(() => valueOf(source));
      expect(error).to.include({code, path: '/formula'});
      expect(error.message).to.contain(words);
    });
  }

  it('names the value when its reader gives something else than a number', () => {
    const error = issueOf(() => valueOf('width + 1 mm', {width: '800'}));
    expect(error.code).to.equal('value-type');
    expect(error.message).to.contain('"800"');
  });
});
