// A thread that packs one picture as KTX2. See ../src/assets/encode-ktx2.ts.
import {parentPort, workerData} from 'node:worker_threads';
import {encodeToKTX2} from 'ktx2-encoder';

const {picture, kind, quality} = workerData;
const {width, height, pixels} = picture;
const isColour = kind === 'colour';

const bytes = await encodeToKTX2(pixels, {
  // Directions come out as blocks in the smaller of the two codecs.
  isUASTC: kind === 'normal',
  needSupercompression: kind === 'normal',
  isNormalMap: kind === 'normal',
  qualityLevel: Math.round((quality / 100) * 254) + 1,
  isPerceptual: isColour,
  isSetKTX2SRGBTransferFunc: isColour,
  generateMipmap: true,
  imageDecoder: async () => ({width, height, data: pixels}),
});
parentPort.postMessage(bytes);
