// What a step, loading, explaining and repairing may cost, by the kind of model. Nothing here knows a model's name.

/** Tables from this many rows on are large. */
const largeTables = 10_000;
/** Sums of at least so many terms make a model one of sums. */
const longSum = 5;

/** Aims in milliseconds and megabytes; what is missing has none. */
const aims = {
  'boolean': {median: 0.05, p95: 2, p99: 16, load: 500},
  'large boolean': {median: 0.05, p95: 0.5, p99: 16, load: 1000, memory: 60},
  'tables': {median: 0.05, p95: 1.5, p99: 16, load: 80},
  'large tables': {median: 0.4, p95: 10, load: 600},
  'sums': {median: 0.05, p95: 2, load: 30, memory: 5},
};
/** How many times faster than the baseline a step should be at least, from 100 variables on. */
const leastRatio = 20;

/** The kind of a model, by what it is made of. */
export function kindOf({vars, tables = [], lin = []}) {
  if (lin.some(({v}) => v.length >= longSum)) return 'sums';
  const rows = tables.reduce((sum, {r}) => sum + r.length, 0);
  if (rows > largeTables) return 'large tables';
  if (rows > 0) return 'tables';
  return vars.length > 7000 ? 'large boolean' : 'boolean';
}

/** The aims for a model; those of explanations and repairs follow from how long its steps take. */
export function aimsOf(model, stepP95) {
  return {
    ...aims[kindOf(model)],
    explainP95: Math.max(5, 2 * stepP95),
    repairP95: Math.max(16, 5 * stepP95),
    ...(model.vars.length > 100 ? {ratio: leastRatio} : {}),
  };
}
