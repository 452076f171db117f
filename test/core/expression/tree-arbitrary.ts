import * as fc from 'fast-check';

/** A random formula over integers `a b c` and conditions `p q`: how it is written, and fully bracketed. */
export interface Written {
  /** With no more brackets than its operators need. */
  readonly lean: string;
  /** With brackets around everything. */
  readonly full: string;
  /** How tightly its outermost operator binds. */
  readonly power: number;
}

const integerLeaves: fc.Arbitrary<Written> = fc
  .oneof(fc.nat(9).map(String), fc.constantFrom('a', 'b', 'c'))
  .map((text) => ({lean: text, full: text, power: 9}));
const conditionLeaves: fc.Arbitrary<Written> = fc
  .constantFrom('p', 'q', 'true', 'false')
  .map((text) => ({lean: text, full: text, power: 9}));

function bracketed(part: Written, power: number): string {
  return part.power < power ? `(${part.lean})` : part.lean;
}

function binary(operators: Readonly<Record<string, number>>, operand: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  return fc.tuple(fc.constantFrom(...Object.entries(operators)), operand, operand).map(([entry, left, right]) => {
    const [operator, power] = entry;
    return {
      lean: `${bracketed(left, power)} ${operator} ${bracketed(right, power + 1)}`,
      full: `(${left.full} ${operator} ${right.full})`,
      power,
    };
  });
}

function unary(operator: string, operand: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  return operand.map((part) => ({lean: operator + bracketed(part, 7), full: `(${operator}${part.full})`, power: 7}));
}

function conditional(condition: fc.Arbitrary<Written>, branch: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  return fc.tuple(condition, branch, branch).map(([test, yes, no]) => ({
    lean: `${bracketed(test, 2)} ? ${bracketed(yes, 2)} : ${bracketed(no, 1)}`,
    full: `(${test.full} ? ${yes.full} : ${no.full})`,
    power: 1,
  }));
}

function among(item: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  return fc.tuple(item, fc.array(item, {minLength: 1, maxLength: 3})).map(([sought, items]) => ({
    lean: `${bracketed(sought, 4)} in [${items.map(({lean}) => lean).join(', ')}]`,
    full: `(${sought.full} in [${items.map(({full}) => full).join(', ')}])`,
    power: 4,
  }));
}

const trees = fc.letrec<{integer: Written; condition: Written}>((tie) => ({
  integer: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    integerLeaves,
    binary({'+': 5, '-': 5, '*': 6}, tie('integer')),
    unary('-', tie('integer')),
    conditional(tie('condition'), tie('integer')),
  ),
  condition: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    conditionLeaves,
    binary({'<': 4, '<=': 4, '>': 4, '>=': 4, '==': 4, '!=': 4}, tie('integer')),
    binary({'&&': 3, '||': 2, '==': 4, '!=': 4}, tie('condition')),
    unary('!', tie('condition')),
    among(tie('integer')),
    conditional(tie('condition'), tie('condition')),
  ),
}));

/** Random formulas of the part of the language that is CEL's. */
export const formulas: fc.Arbitrary<Written> = fc.oneof(trees.integer, trees.condition);
