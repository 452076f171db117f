import path from 'node:path';

/** Something a command found. */
export interface Finding {
  /** An `error` ends the command with exit code 1. */
  readonly severity: 'error' | 'warning' | 'note';
  /** For programs, in kebab case. Stable between versions. */
  readonly code: string;
  /** For people: what is wrong, and the cure. */
  readonly message: string;
  /** The file that is meant. */
  readonly file: string;
  /** JSON pointer into the file, or `''` when the whole is meant. */
  readonly path: string;
}

const order = {error: 0, warning: 1, note: 2} as const;

/** The findings, errors first, otherwise as they came. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
}

/** A finding as a line for people. */
export function findingLine({severity, code, message, file, path: place}: Finding): string {
  return `${severity}: ${message} [${code}] ${path.relative('', file)}${place && `#${place}`}`;
}
