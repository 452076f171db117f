/** The value below which this share of the numbers lies; NaN of nothing. */
export function quantile(numbers, share) {
  if (numbers.length === 0) return NaN;
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** What is said of a list of times. */
export function summarize(times) {
  return {
    count: times.length,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
  };
}
