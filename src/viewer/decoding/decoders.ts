import type {BasisJob, BasisResult} from './basis-decoder.js';
import {DecoderPool} from './decoder-pool.js';
import type {DecoderResult} from './decoder-protocol.js';
import type {DracoJob, DracoResult} from './draco-decoder.js';
import type {MeshoptJob} from './meshopt-decoder.js';

export const draco = new DecoderPool<DracoJob, DracoResult>({
  title: 'Draco',
  script: new URL('./draco-decoder.ts', import.meta.url),
  wasm: new URL('../../../node_modules/three/examples/jsm/libs/draco/gltf/draco_decoder.wasm', import.meta.url),
});

export const meshopt = new DecoderPool<MeshoptJob, DecoderResult>({
  title: 'meshopt',
  script: new URL('./meshopt-decoder.ts', import.meta.url),
  wasm: null,
});

export const basis = new DecoderPool<BasisJob, BasisResult>({
  title: 'KTX2',
  script: new URL('./basis-decoder.ts', import.meta.url),
  wasm: new URL('../../../node_modules/three/examples/jsm/libs/basis/basis_transcoder.wasm', import.meta.url),
});
