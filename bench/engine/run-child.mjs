import {fork} from 'node:child_process';
import path from 'node:path';

/**
 * Runs one engine on one model.
 *
 * @param limits `steps` and `traces`, absent for all, and `timeoutMs`.
 * @returns What `checkTrace` returns, as far as it came; `cut` says that the time was up, `error` that it threw.
 */
export function runChild({model, trace, adapter, limits: {timeoutMs, ...limits}}) {
  return new Promise((done) => {
    const child = fork(path.join(import.meta.dirname, 'child.mjs'), {
      execArgv: ['--expose-gc', '--max-old-space-size=4096'],
      // Structured clones keep what JSON cannot say: a time that there is none of.
      serialization: 'advanced',
    });
    let last = null;
    let end = {cut: false};
    const timer = setTimeout(() => {
      end = {cut: true};
      child.kill('SIGKILL');
    }, timeoutMs);
    child.on('message', ({kind, result, error}) => {
      if (kind === 'failed') end = {cut: false, error};
      else last = result;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code !== 0 && !end.cut && !end.error) end.error = `The process ended with ${signal ?? code}.`;
      done({...last, ...end});
    });
    child.send({model, trace, adapter, limits});
  });
}
