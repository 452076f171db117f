/*! Basis Universal, (c) Binomial LLC, Apache License 2.0 */
import openBasis from 'three/addons/libs/basis/basis_transcoder.js';
import type {Basis, Ktx2File} from 'three/addons/libs/basis/basis_transcoder.js';
import type {Breathe, Decode, DecoderJob, DecoderResult} from './decoder-protocol.js';
import {chooseTarget, transcoderFormats} from './ktx2-target.js';
import type {Ktx2Target, TextureSupport} from './ktx2-target.js';
import {serveDecoder} from './serve-decoder.js';

/** A KTX2 file. */
export interface BasisJob extends DecoderJob {
  readonly support: TextureSupport;
  /** Larger levels are left out, if there are smaller ones. */
  readonly largestSide: number;
}

/** The buffers hold the levels, the largest first. */
export interface BasisResult extends DecoderResult {
  readonly target: Ktx2Target;
  readonly sizes: readonly {readonly width: number; readonly height: number}[];
}

export async function open(wasm: ArrayBuffer | null): Promise<Decode<BasisJob, BasisResult>> {
  if (!wasm) throw new Error('WebAssembly is missing');
  const basis: Basis = await openBasis({wasmBinary: wasm, printErr: () => undefined});
  basis.initializeBasis();
  return async (job, breathe) => {
    const file = new basis.KTX2File(new Uint8Array(job.bytes));
    try {
      return await transcode(file, job, breathe);
    } finally {
      file.close();
      file.delete();
    }
  };
}

async function transcode(file: Ktx2File, {support, largestSide}: BasisJob, breathe: Breathe): Promise<BasisResult> {
  if (!file.isValid() || !(file.isETC1S() || file.isUASTC())) throw new Error('they are no Basis Universal texture');
  if (!file.startTranscoding()) throw new Error('their tables are broken');
  const levels = Array.from({length: file.getLevels()}, (_, level) => {
    const {origWidth: width, origHeight: height} = file.getImageLevelInfo(level, 0, 0);
    return {level, width, height};
  });
  const fitting = levels.filter(({width, height}) => Math.max(width, height) <= largestSide);
  const kept = fitting.length > 0 ? fitting : levels.slice(-1);
  const [largest] = kept;
  if (!largest) throw new Error('they hold no picture');
  const target = chooseTarget(support, {...largest, isUastc: file.isUASTC(), hasAlpha: file.getHasAlpha()});
  const format = transcoderFormats[target];
  const buffers: ArrayBuffer[] = [];
  for (const {level} of kept) {
    await breathe();
    const bytes = new Uint8Array(file.getImageTranscodedSizeInBytes(level, 0, 0, format));
    if (!file.transcodeImage(bytes, level, 0, 0, format, 0, -1, -1)) throw new Error(`level ${level} is broken`);
    buffers.push(bytes.buffer);
  }
  return {target, buffers, sizes: kept.map(({width, height}) => ({width, height}))};
}

serveDecoder(open);
