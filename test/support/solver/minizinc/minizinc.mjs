// Answers by Gecode through MiniZinc (apt: minizinc), solvers that share nothing with the engine.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** Why there is no MiniZinc, for a test that is skipped; `false` when there is one. */
export const minizincIsMissing = ['minizinc', 'fzn-gecode'].some((program) => spawnSync(program, ['--version']).error)
  ? 'MiniZinc with Gecode is not installed (apt-get install minizinc).'
  : false;

/** Compiles a model once; questions are put to what came out of it. */
export function openInMinizinc(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'minizinc-'));
  try {
    const [model, flat] = ['model.mzn', 'model.fzn'].map((name) => path.join(folder, name));
    writeFileSync(model, text);
    const options = ['-c', '--solver', 'gecode', '--no-output-ozn', '--fzn', flat, model];
    const {status, stderr} = spawnSync('minizinc', options, {encoding: 'utf8'});
    if (status !== 0) throw new Error(`MiniZinc said: ${stderr}\n${text}`);
    const lines = readFileSync(flat, 'utf8').split('\n');
    return new FlatModel(lines.filter((line) => line && !line.startsWith('solve ')).join('\n'));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

class FlatModel {
  #text;

  constructor(text) {
    this.#text = text;
  }

  /** A solution under further FlatZinc constraints: the value of each variable of the model; `null` when there is none. */
  solve(constraints, goal = 'satisfy') {
    const all = constraints.map((constraint) => `constraint ${constraint};`);
    const input = [this.#text, ...all, `solve ${goal};`, ''].join('\n');
    const {stdout, stderr, error} = spawnSync('fzn-gecode', ['-'], {input, encoding: 'utf8'});
    if (error) throw error;
    if (stdout.includes('=====UNSATISFIABLE=====')) return null;
    if (!stdout.includes('----------')) throw new Error(`Gecode said: ${stdout}${stderr}`);
    // Of several solutions the last is the best.
    return new Map([...stdout.matchAll(/^(\w+) = (-?\d+|true|false);$/gm)].map(([, name, value]) => [name, value]));
  }
}
