import type {Command} from './command.js';

const shared = [
  ['--json', 'Print the report as JSON.'],
  ['--help', 'Say what the command does.'],
] as const;

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** What one command does, for people. */
export function commandHelp({name, operands, summary, options}: Command): string[] {
  const rows = Object.entries(options).map(
    ([option, {value, summary: text}]) => [`--${option}${value ? ` <${value}>` : ''}`, text] as const,
  );
  return [`twik ${name} ${operands}`, '', summary, '', 'Options:', ...table([...rows, ...shared])];
}

/** What there is to do, for people. */
export function programHelp(commands: readonly Command[]): string[] {
  return [
    'twik <command>',
    '',
    ...table(commands.map(({name, summary}) => [name, summary] as const)),
    '',
    'Each says more with --help. Exit codes: 0 well, 1 something is wrong with the input, 2 called wrongly,',
    '3 a needed program is missing, 70 a fault of twik, 130 interrupted.',
  ];
}
