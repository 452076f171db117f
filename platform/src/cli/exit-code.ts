import {TwikError} from '@twik/sdk/core';

/** How a command ended, for scripts. */
export const exitCodes = {
  /** Everything is as it should be. */
  done: 0,
  /** Something is wrong with what the command was given; the report says what. */
  wrong: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** A program that the command needs is not on this machine. */
  missing: 3,
  /** A fault of `twik` itself. */
  fault: 70,
  /** Stopped by Ctrl-C; nothing half-written is left. */
  interrupted: 130,
} as const;

const usage: ReadonlySet<string> = new Set([
  'command-missing',
  'command-unknown',
  'operand-missing',
  'operand-unexpected',
  'option-invalid',
]);
const missing: ReadonlySet<string> = new Set(['browser-missing', 'browser-failed', 'sdk-not-built']);

/** The exit code that an error ends a command with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.interrupted;
  if (!(error instanceof TwikError)) return exitCodes.fault;
  if (usage.has(error.code)) return exitCodes.usage;
  return missing.has(error.code) ? exitCodes.missing : exitCodes.wrong;
}
