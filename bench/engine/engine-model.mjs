// Translates a model of the harness (`cfgn/1`) into one of the engine.

const compare = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** @returns {import('../../dist/types/core/solver/engine/index.js').EngineModel} */
export function toEngineModel({vars, cnf = [], tables = [], clauses = [], lin = []}) {
  const valuesOf = vars.map(({d}) => d ?? [0, 1]);
  const isAscending = (values) => values.every((value, at) => at === 0 || Number(values[at - 1]) < Number(value));
  const inSums = new Set(lin.flatMap(({v}) => v));
  const variables = valuesOf.map((values, variable) => ({
    size: values.length,
    isOrdered: inSums.has(variable) && isAscending(values),
  }));
  const offsets = [0];
  for (const {size} of variables) offsets.push(offsets.at(-1) + size);
  const literalsOf = ([variable, operator, number]) =>
    valuesOf[variable].flatMap((value, index) => (compare[operator](value, number) ? [offsets[variable] + index] : []));
  return {
    variables,
    constraints: [
      toClauses(cnf.map((clause) => clause.map((number) => offsets[Math.abs(number) - 1] + (number > 0 ? 1 : 0)))),
      toClauses(clauses.map((clause) => clause.flatMap(literalsOf))),
      ...tables.map(({v, r}) => ({kind: 'table', variables: v, rows: r})),
      ...lin.flatMap(({v, c, op, k}) =>
        toSums(
          v,
          v.map((variable, at) => valuesOf[variable].map((value) => c[at] * value)),
          op,
          k,
        ),
      ),
    ],
  };
}

function toClauses(clauses) {
  let end = 0;
  return {kind: 'clauses', literals: clauses.flat(), ends: clauses.map((clause) => (end += clause.length))};
}

function toSums(variables, weights, operator, total) {
  const sum = {kind: 'sum', variables};
  const negated = weights.map((row) => row.map((weight) => -weight));
  switch (operator) {
    case '=':
      return [{...sum, weights, operator: '==', total}];
    case '!=':
      return [{...sum, weights, operator: '!=', total}];
    case '<':
      return [{...sum, weights, operator: '<=', total: total - 1}];
    case '<=':
      return [{...sum, weights, operator: '<=', total}];
    case '>':
      return [{...sum, weights: negated, operator: '<=', total: -total - 1}];
    case '>=':
      return [{...sum, weights: negated, operator: '<=', total: -total}];
  }
}
