import path from 'node:path';
import {withStudio, type PictureOptions, type Studio} from './browser/studio.js';
import {commonFolder} from './common-folder.js';
import type {Workplace} from './optimize-settings.js';
import {comparePictures, worstOf, type PictureDifference} from './picture-difference.js';
import type {AssetSource} from './product-scene.js';

/** A model before and after. */
export interface ChangedModel {
  readonly file: string;
  readonly after: Uint8Array;
}

/** What pictures of before and after say. */
export interface PictureReport {
  /** The worst picture of each model by itself. */
  readonly models: readonly {readonly file: string; readonly difference: PictureDifference}[];
  /** The worst of the product's views, as it is by default; `null` for a model alone. */
  readonly product: PictureDifference | null;
}

const shared: PictureOptions = {width: 512, height: 512, type: 'image/png', background: '#ffffff'};
/** From the front and above, and from behind. */
const angles = [
  [30, 70],
  [200, 80],
] as const;

/**
 * Takes pictures with the viewer, before and after, and compares them.
 *
 * @throws TwikError `browser-missing`, `sdk-not-built`, and what keeps a model from being shown.
 */
export async function photographModels(
  source: AssetSource,
  models: readonly ChangedModel[],
  {signal, progress}: Workplace,
): Promise<PictureReport> {
  const file = source.kind === 'product' ? source.file : source.model.file;
  const folder = commonFolder([file, ...models.map((model) => model.file)]);
  return withStudio(signal, async (studio) => {
    const before = studio.add({folder, instead: new Map()});
    const after = studio.add({folder, instead: new Map(models.map((model) => [model.file, model.after]))});
    const compared: {file: string; difference: PictureDifference}[] = [];
    for (const model of models) {
      signal.throwIfAborted();
      progress(`  pictures of ${path.basename(model.file)}`);
      const [old, now] = [await ofModel(studio, before(model.file)), await ofModel(studio, after(model.file))];
      compared.push({file: model.file, difference: await compareAll(old, now)});
    }
    if (source.kind === 'model') return {models: compared, product: null};
    progress('  pictures of the product');
    const views = [...(source.product.scene?.views.keys() ?? [])];
    const old = await ofProduct(studio, before(file), views);
    return {models: compared, product: await compareAll(old, await ofProduct(studio, after(file), views))};
  });
}

async function ofModel(studio: Studio, address: string): Promise<Uint8Array[]> {
  await studio.showModel(address);
  const pictures: Uint8Array[] = [];
  for (const orbitDeg of angles) pictures.push(await studio.picture({...shared, orbitDeg}));
  return pictures;
}

async function ofProduct(studio: Studio, address: string, views: readonly string[]): Promise<Uint8Array[]> {
  await studio.showProduct(address);
  const pictures = [await studio.picture(shared)];
  for (const view of views) pictures.push(await studio.picture({...shared, view}));
  return pictures;
}

async function compareAll(before: readonly Uint8Array[], after: readonly Uint8Array[]): Promise<PictureDifference> {
  const none = new Uint8Array();
  return worstOf(await Promise.all(before.map((picture, at) => comparePictures(picture, after[at] ?? none))));
}
