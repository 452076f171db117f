import type {Finding} from './finding.js';
import type {OptionValues} from './option-values.js';

/** An option of a command, as `--help` shows it. */
export interface CommandOption {
  readonly kind: 'text' | 'flag';
  /** What stands for the value in help, such as `folder`. */
  readonly value?: string;
  readonly summary: string;
}

/** What a command works with. */
export interface Invocation {
  /** What stands behind the command's name, options aside. */
  readonly operands: readonly string[];
  readonly options: OptionValues;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Tells a person what is being done, on standard error. */
  readonly progress: (line: string) => void;
}

/** How a command ended. */
export interface Outcome {
  /** For programs: what `--json` prints, beside `command`, `ok` and `findings`. */
  readonly report: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly lines: readonly string[];
  /** What was found; one error among them makes the exit code 1. */
  readonly findings: readonly Finding[];
}

/** One command of `twik`; each has a file of its own. */
export interface Command {
  /** The words that call it, such as `assets check`. */
  readonly name: string;
  readonly summary: string;
  /** Its operands as help shows them, such as `<product.json>`. */
  readonly operands: string;
  /** How many operands it takes. */
  readonly count: readonly [least: number, most: number];
  readonly options: Readonly<Record<string, CommandOption>>;
  run(invocation: Invocation): Promise<Outcome>;
}
