// Answers by clingo (apt: gringo), a solver that shares nothing with the engine.
import {spawnSync} from 'node:child_process';
import {givingUpFewest, groundProgramOf, keeping} from './ground-program.ts';

/** Why there is no clingo, for a test that is skipped; `false` when there is one. */
export const clingoIsMissing = spawnSync('clingo', ['--version']).error
  ? 'clingo is not installed (apt-get install gringo).'
  : false;

/** Opens a network (see network.ts) to questions. */
export function openInClingo(network) {
  const program = groundProgramOf(network);
  return {
    /** Which values a solution with these choices can have, as `variable:index`; empty when there is none. */
    possible(choices) {
      const {witnesses} = solve(program.text + keeping(program, choices), ['--enum-mode=brave', '--models=0']);
      // Each witness holds what is known to be possible by then.
      return new Set(witnesses.at(-1)?.Value ?? []);
    },
    /** How many of the choices must be given up for a value to be possible; `null` when that does not help. */
    fewestGivenUp(choices, wanted) {
      const text = program.text + givingUpFewest(program, choices, wanted);
      const {witnesses} = solve(text, ['--opt-mode=opt', '--opt-strategy=usc', '--models=0']);
      return witnesses.at(-1)?.Costs?.[0] ?? null;
    },
  };
}

function solve(text, options) {
  const {stdout, stderr, error} = spawnSync('clingo', ['--mode=clasp', '--quiet=1', '--outf=2', ...options], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  });
  if (error) throw error;
  if (!stdout.startsWith('{')) throw new Error(`clingo said: ${stderr}`);
  const {Result, Call} = JSON.parse(stdout);
  if (Result !== 'SATISFIABLE' && Result !== 'UNSATISFIABLE' && Result !== 'OPTIMUM FOUND') {
    throw new Error(`clingo ended with ${Result}: ${stderr}`);
  }
  return {witnesses: Result === 'UNSATISFIABLE' ? [] : (Call.at(-1).Witnesses ?? [])};
}
