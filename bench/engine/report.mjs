import {aimsOf} from './aims.mjs';
import {summarize} from './statistics.mjs';

/** What is shown of a run: a heading, the figure, and the aim it is held against. */
const columns = [
  {head: 'load', figure: ({ours}) => ours.loadMs, aim: 'load'},
  {head: 'median', figure: ({step}) => step.median, aim: 'median'},
  {head: 'p95', figure: ({step}) => step.p95, aim: 'p95'},
  {head: 'p99', figure: ({step}) => step.p99, aim: 'p99'},
  {head: 'max', figure: ({step}) => step.max},
  {head: 'explain p95', figure: ({ours}) => summarize(ours.explainMs).p95, aim: 'explainP95'},
  {head: 'repair p95', figure: ({ours}) => summarize(ours.repairMs).p95, aim: 'repairP95'},
  {head: 'optimum', figure: ({ours}) => summarize(ours.optimumMs).median},
  {head: 'MB', figure: ({ours}) => ours.memoryMb, aim: 'memory'},
  {head: 'baseline', figure: ({baseline}) => baselineStep(baseline)},
  {head: 'ratio', figure: ({ratio}) => ratio, aim: 'ratio', isFloor: true},
];

const baselineStep = (baseline) => (baseline ? summarize(baseline.stepMs ?? []).median : NaN);

/** One row for each model: its name and kind, and each figure with a mark where it misses the aim. */
export function rowsOf(runs) {
  return runs.map((run) => {
    const step = summarize(run.ours.stepMs);
    const ratio = baselineStep(run.baseline) / step.median;
    const all = {...run, step, ratio};
    const aims = aimsOf(run.model, step.p95);
    const cells = columns.map(({head, figure, aim, isFloor}) => {
      const value = figure(all);
      const limit = aim === undefined ? undefined : aims[aim];
      const isMissed = limit !== undefined && (isFloor ? value < limit : value > limit);
      return {text: textOf(value, head, run), limit, isMissed};
    });
    return {name: run.name, values: `${run.model.vars.length}`, steps: step.count, cells};
  });
}

function textOf(value, head, {ours, baseline}) {
  if (head === 'baseline' && baseline && Number.isNaN(value)) return baseline.cut ? 'no step' : 'failed';
  if (Number.isNaN(value)) return '–';
  const text = value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 0);
  const isCut = head === 'median' && ours.cut;
  return isCut ? `${text} (cut)` : text;
}

/** `0.03` where the aim is met or there is none, `0.30 ✗ 0.05` where the aim of 0.05 is missed. */
const cellText = ({text, limit, isMissed}) => (isMissed ? `${text} ✗ ${limit.toFixed(limit < 10 ? 2 : 0)}` : text);

const heads = ['model', 'variables', 'steps', ...columns.map(({head}) => head)];
const textRows = (runs) =>
  rowsOf(runs).map(({name, values, steps, cells}) => [name, values, String(steps), ...cells.map(cellText)]);

/** The figures as a table for a terminal. */
export function terminalTable(runs) {
  const rows = [heads, ...textRows(runs)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))))
    .map((row) => row.join('  '))
    .join('\n');
}

/** The figures as a table in Markdown, as prettier would write it. */
export function markdownTable(runs) {
  const rows = [heads, ...textRows(runs)];
  const widths = heads.map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((text, at) => (at ? text.padStart(widths[at]) : text.padEnd(widths[at]))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [head, ...body] = rows;
  return [line(head), `| ${rule.join(' | ')} |`, ...body.map(line)].join('\n');
}

/** Everything that was wrong, in words. */
export function faultsOf(runs) {
  return runs.flatMap(({name, ours}) => {
    if (ours.error) return [`${name}: ${ours.error}`];
    if (!ours.faults) return [`${name}: no answer before the time was up`];
    const {wrong, explain, repair, optimum, told} = ours.faults;
    if (wrong + explain + repair + optimum === 0) return [];
    const counts = `${wrong} wrong domains, ${explain} explanations, ${repair} repairs, ${optimum} optima`;
    return [`${name}: ${counts}\n  ${told.join('\n  ')}`];
  });
}
