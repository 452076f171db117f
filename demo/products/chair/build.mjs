// Makes the chair's models, textures and swatches: `node demo/products/chair/build.mjs`.
import path from 'node:path';
import {covers, patternedWool, patternNames, weave} from '../making/fabric.mjs';
import {isProgram, writeFiles} from '../making/files.mjs';
import {writeGlb} from '../making/glb.mjs';
import {swatch, webp} from '../making/picture.mjs';
import {sawTimber} from '../making/timber.mjs';
import {chair} from './chair.mjs';
import {bolster, pillow} from './headrests.mjs';
import {runners, shod, taper} from './legs.mjs';

const folder = path.join(import.meta.dirname, 'build');

/** Everything the chair's product.json refers to, as bytes by file name. */
export async function makeChair(timber) {
  const cloths = Object.fromEntries(Object.keys(covers).map((name) => [name, weave(name)]));
  const files = {
    'chair.glb': writeGlb(await chair(timber, cloths)),
    'legs-taper.glb': writeGlb(taper()),
    'legs-shod.glb': writeGlb(shod()),
    'legs-runners.glb': writeGlb(runners()),
    'headrest-pillow.glb': writeGlb(pillow()),
    'headrest-bolster.glb': writeGlb(bolster()),
    'swatches/oak.webp': await swatch(timber.pictures.oak),
    'swatches/walnut.webp': await swatch(timber.pictures.walnut),
    'swatches/black.webp': await swatch(timber.pictures.oak, {tint: '#3f434a'}),
  };
  for (const name of patternNames) {
    const pattern = patternedWool(name);
    files[`textures/${name}.webp`] = await webp(pattern, 74);
    files[`swatches/${name}.webp`] = await swatch(pattern, {tint: '#cfc4b2'});
  }
  for (const [name, {color}] of Object.entries(cloths)) {
    files[`swatches/${name}.webp`] = await swatch(color, {tint: name === 'leather' ? '#9c6136' : '#cfc4b2', side: 200});
  }
  return files;
}

/** Makes the files and writes them into the product's build folder. */
export const buildChair = async (timber) => writeFiles(folder, await makeChair(timber));

if (isProgram(import.meta.url)) await buildChair(await sawTimber());
