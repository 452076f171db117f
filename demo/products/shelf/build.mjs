// Makes the shelf's models and swatches: `node demo/products/shelf/build.mjs`.
import path from 'node:path';
import {writeGlb} from '../making/glb.mjs';
import {rgb, pixels, swatch} from '../making/picture.mjs';
import {sawTimber} from '../making/timber.mjs';
import {isProgram, writeFiles} from '../making/files.mjs';
import {carcass} from './carcass.mjs';
import {bar, knob, loop} from './handles.mjs';
import {hairpin, taper} from './legs.mjs';

const folder = path.join(import.meta.dirname, 'build');

/** Everything the shelf's product.json refers to, as bytes by file name. */
export async function makeShelf(timber) {
  const {oak, walnut} = timber.pictures;
  const plain = (color) => pixels(256, 256, () => rgb(color));
  return {
    'shelf.glb': writeGlb(await carcass(timber)),
    'leg-hairpin.glb': writeGlb(hairpin()),
    'leg-taper.glb': writeGlb(taper()),
    'handle-bar.glb': writeGlb(bar()),
    'handle-knob.glb': writeGlb(knob()),
    'handle-loop.glb': writeGlb(loop()),
    'swatches/oak.webp': await swatch(oak),
    'swatches/smoked.webp': await swatch(oak, {tint: '#a98e78'}),
    'swatches/walnut.webp': await swatch(walnut),
    'swatches/black.webp': await swatch(oak, {tint: '#3f434a'}),
    'swatches/white.webp': await swatch(plain('#efede6')),
    'swatches/sage.webp': await swatch(plain('#8d9a83')),
  };
}

/** Makes the files and writes them into the product's build folder. */
export const buildShelf = async (timber) => writeFiles(folder, await makeShelf(timber));

if (isProgram(import.meta.url)) await buildShelf(await sawTimber());
