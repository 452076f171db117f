/*! meshoptimizer, (c) Arseny Kapoulkine, MIT licence */
import {MeshoptDecoder} from 'three/addons/libs/meshopt_decoder.module.js';
import type {Decode, DecoderJob, DecoderResult} from './decoder-protocol.js';
import {serveDecoder} from './serve-decoder.js';

/** A buffer view as its extension describes it. */
export interface MeshoptJob extends DecoderJob {
  readonly count: number;
  /** Bytes of one element. */
  readonly stride: number;
  readonly mode: string;
  readonly filter: string;
}

// It begins by itself; what it fails with is told when somebody wants the decoder.
MeshoptDecoder.ready.catch(() => undefined);

export async function open(): Promise<Decode<MeshoptJob, DecoderResult>> {
  await MeshoptDecoder.ready;
  return ({bytes, count, stride, mode, filter}) => {
    const target = new Uint8Array(count * stride);
    MeshoptDecoder.decodeGltfBuffer(target, count, stride, new Uint8Array(bytes), mode, filter);
    return {buffers: [target.buffer]};
  };
}

serveDecoder(open);
