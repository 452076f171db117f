import type {DecoderJob, DecoderModule, DecoderResult} from './decoder-protocol.js';
import type {OpenDecoder} from './open-decoder.js';

/**
 * Imports a decoder into the page, where there can be no worker: the same work in slices.
 *
 * @throws What `import()` or the decoder throws.
 */
export async function openHere<Job extends DecoderJob, Result extends DecoderResult>(
  script: URL,
  wasm: ArrayBuffer | null,
): Promise<OpenDecoder<Job, Result>> {
  // A file of its own, which bundlers of host applications are to leave alone.
  const {open}: DecoderModule<Job, Result> = await import(/* webpackIgnore: true */ /* @vite-ignore */ script.href);
  const decode = await open(wasm);
  return {
    async run(job) {
      await nextTask();
      return decode(job, nextTask);
    },
    end: () => undefined,
  };
}

function nextTask(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
