import {reasonOf} from './decoder-protocol.js';
import type {
  Decode,
  DecoderAnswer,
  DecoderJob,
  DecoderModule,
  DecoderOrder,
  DecoderResult,
} from './decoder-protocol.js';

/** Answers a page's orders if this is a worker. */
export function serveDecoder<Job extends DecoderJob, Result extends DecoderResult>(
  open: DecoderModule<Job, Result>['open'],
): void {
  if ('document' in globalThis) return;
  let decode: Decode<Job, Result> | null = null;

  const carryOut = async (order: DecoderOrder<Job>): Promise<DecoderAnswer<Result>> => {
    try {
      if (order.kind === 'open') {
        decode = await open(order.wasm);
        return {kind: 'opened'};
      }
      if (!decode) throw new Error('the decoder was not opened');
      return {kind: 'done', result: await decode(order.job, () => Promise.resolve())};
    } catch (error) {
      return {kind: 'failed', reason: reasonOf(error)};
    }
  };

  addEventListener('message', ({data}: MessageEvent<DecoderOrder<Job>>) => {
    void carryOut(data).then((answer) => {
      postMessage(answer, {transfer: answer.kind === 'done' ? [...answer.result.buffers] : []});
    });
  });
}
