import {TwikError} from '@twik/sdk/core';
import type {Command, Outcome} from './command.js';
import {exitCodeOf, exitCodes} from './exit-code.js';
import {bySeverity, findingLine} from './finding.js';
import {commandHelp, programHelp} from './help.js';
import {parseCommand} from './parse-command.js';

/** Where a command's words go, and what may stop it. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Runs the words after `twik` and tells the exit code. Progress and errors go to `err`, results to `out`. */
export async function run(
  commands: readonly Command[],
  words: readonly string[],
  {out, err, signal}: Surroundings,
): Promise<number> {
  const print = (lines: readonly string[]) => out(`${lines.join('\n')}\n`);
  if (words[0] === '--help' || words[0] === '-h') {
    print(programHelp(commands));
    return exitCodes.done;
  }
  const wantsJson = words.includes('--json');
  try {
    const {command, operands, options, isHelp} = parseCommand(commands, words);
    if (isHelp) {
      print(commandHelp(command));
      return exitCodes.done;
    }
    const outcome = await command.run({operands, options, signal, progress: (line) => err(`${line}\n`)});
    signal.throwIfAborted();
    const isFine = outcome.findings.every(({severity}) => severity !== 'error');
    print(wantsJson ? [json(command.name, isFine, outcome)] : text(outcome));
    return isFine ? exitCodes.done : exitCodes.wrong;
  } catch (error) {
    const code = exitCodeOf(signal.aborted ? signal.reason : error);
    if (wantsJson) print([JSON.stringify({ok: false, error: describe(error)}, null, 2)]);
    err(sentence(error, code));
    return code;
  }
}

function json(command: string, ok: boolean, {report, findings}: Outcome): string {
  return JSON.stringify({command, ok, ...report, findings: bySeverity(findings)}, null, 2);
}

function text({lines, findings}: Outcome): string[] {
  return [...lines, ...bySeverity(findings).map(findingLine)];
}

function describe(error: unknown) {
  if (error instanceof TwikError) {
    const {code, message, path, issues} = error;
    return {code, message, path, issues};
  }
  return {code: 'fault', message: error instanceof Error ? error.message : String(error), path: '', issues: []};
}

function sentence(error: unknown, code: number): string {
  if (code === exitCodes.interrupted) return 'Stopped. Nothing was changed.\n';
  if (error instanceof TwikError) {
    return error.issues
      .map(({message, code: name, path}) => `error: ${message} [${name}] ${path}`.trimEnd() + '\n')
      .join('');
  }
  return `twik failed, which is a fault of its own: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
