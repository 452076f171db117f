import {commands} from '../../src/cli/commands.js';
import {run} from '../../src/cli/run.js';

/** What a run of `twik` gave. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `twik` in this process. */
export async function runTwik(words: readonly string[], signal = new AbortController().signal): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await run(commands, words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    signal,
  });
  return {code, out, err};
}
