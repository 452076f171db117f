import type {DecoderAnswer, DecoderJob, DecoderOrder, DecoderResult} from './decoder-protocol.js';
import type {OpenDecoder} from './open-decoder.js';

/** How long a worker may take over one order before it counts as hung. */
const patienceMs = 60_000;

interface TrustedPolicy {
  createScriptURL(url: string): string;
}

/** The browser's gate to script addresses, where it has one; lib.dom does not know it. */
declare const trustedTypes: {createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy} | undefined;

/**
 * Starts a decoder in a worker.
 *
 * @throws Whatever keeps the page from it: its policy, the browser, a file that is not there.
 */
export async function openWorker<Job extends DecoderJob, Result extends DecoderResult>(
  script: URL,
  wasm: ArrayBuffer | null,
): Promise<OpenDecoder<Job, Result>> {
  // Browsers start workers of the page's own origin only; what such a one imports may come from elsewhere.
  const shim = script.origin === location.origin ? null : shimOf(script);
  const worker = new Worker(trusted(shim ?? script.href), {type: 'module'});
  const ask = (order: DecoderOrder<Job>, transfer: Transferable[]): Promise<DecoderAnswer<Result>> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`it was not done after ${patienceMs / 1000} seconds`));
      }, patienceMs);
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        finish();
      };
      worker.onmessage = ({data}: MessageEvent<DecoderAnswer<Result>>) => settle(() => resolve(data));
      worker.onerror = (event) => {
        // Said by whoever asked; the console need not know.
        event.preventDefault();
        settle(() => reject(new Error(event.message || 'the worker does not start')));
      };
      worker.postMessage(order, transfer);
    });

  const end = () => worker.terminate();
  try {
    const answer = await ask({kind: 'open', wasm}, []);
    if (answer.kind === 'failed') throw new Error(answer.reason);
  } catch (error) {
    end();
    throw error;
  } finally {
    if (shim) URL.revokeObjectURL(shim);
  }
  return {
    async run(job) {
      const answer = await ask({kind: 'job', job}, [job.bytes]);
      if (answer.kind === 'done') return answer.result;
      throw new Error(answer.kind === 'failed' ? answer.reason : 'it was not understood');
    },
    end,
  };
}

function shimOf(script: URL): string {
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(script.href)};`], {type: 'text/javascript'}));
}

let policy: TrustedPolicy | null = null;

/** Vouches for an address of the package's own. */
function trusted(url: string): string {
  if (typeof trustedTypes === 'undefined') return url;
  policy ??= trustedTypes.createPolicy('twik', {createScriptURL: (own) => own});
  return policy.createScriptURL(url);
}
