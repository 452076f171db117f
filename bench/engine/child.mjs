// One engine on one model in a process of its own: memory is its own, and a run that takes too long can be ended.
import {pathToFileURL} from 'node:url';
import {checkTrace} from './check-trace.mjs';
import {readJson} from './model-files.mjs';

process.once('message', async ({model, trace, adapter, limits}) => {
  let told = 0;
  try {
    const result = await checkTrace(
      await import(pathToFileURL(adapter).href),
      readJson(model),
      readJson(trace),
      // What is known so far, in case there is no time for more.
      {
        ...limits,
        onProgress: (result) => {
          if (performance.now() - told < 500) return;
          told = performance.now();
          process.send({kind: 'progress', result});
        },
      },
    );
    process.send({kind: 'done', result}, () => process.exit());
  } catch (error) {
    process.send({kind: 'failed', error: error.stack}, () => process.exit());
  }
});
