import {localize, type Parameter, type Product} from '@twik/sdk/core';
import sharp from 'sharp';
import {withStudio, type Studio} from './browser/studio.js';
import {commonFolder} from './common-folder.js';
import type {Workplace} from './optimize-settings.js';
import type {ProductOnDisk} from './product-scene.js';

/** Pictures of what a parameter can be. */
export interface ThumbnailOptions {
  /** Sides in pixels. */
  readonly sizes: readonly number[];
  /** Which parameters; every one with options when it is empty. */
  readonly parameters: readonly string[];
}

/** A picture of the product with one option chosen. */
export interface Thumbnail {
  readonly parameter: string;
  readonly option: string;
  readonly size: number;
  /** Relative, safe as a file name whatever the option is called. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Thumbnails, and the options that could not be shown. */
export interface Thumbnails {
  readonly pictures: readonly Thumbnail[];
  readonly missing: readonly {readonly parameter: string; readonly option: string}[];
}

/** Takes a picture of each option from the product itself, in the view of its group. */
export async function takeThumbnails(
  source: ProductOnDisk,
  {sizes, parameters}: ThumbnailOptions,
  {signal, progress}: Workplace,
): Promise<Thumbnails> {
  const {product, file} = source;
  const wanted = product.parameters.filter(({id}) => parameters.length === 0 || parameters.includes(id));
  const folder = commonFolder([file, ...source.models.map((model) => model.file)]);
  return withStudio(signal, async (studio) => {
    const addressOf = studio.add({folder, instead: new Map()});
    await studio.showProduct(addressOf(file));
    const pictures: Thumbnail[] = [];
    const missing: {parameter: string; option: string}[] = [];
    for (const parameter of wanted) {
      for (const [option, value] of valuesOf(parameter)) {
        signal.throwIfAborted();
        progress(`  ${localize(parameter.name, 'en', product.defaultLocale)}: ${option}`);
        if (await studio.choose(parameter.id, value)) {
          pictures.push(...(await takePictures(studio, product, parameter, option, sizes)));
        } else {
          missing.push({parameter: parameter.id, option});
        }
      }
    }
    return {pictures, missing};
  });
}

function valuesOf(parameter: Parameter): (readonly [option: string, value: string | boolean | readonly string[]])[] {
  switch (parameter.kind) {
    case 'choice':
      return parameter.options.map(({id}) => [id, id]);
    case 'choices':
      return parameter.options.map(({id}) => [id, [id]]);
    default:
      return [];
  }
}

async function takePictures(
  studio: Studio,
  {groups}: Product,
  {id: parameter, group}: Parameter,
  option: string,
  sizes: readonly number[],
): Promise<Thumbnail[]> {
  const view = groups.find(({id}) => id === group)?.view ?? null;
  // Twice as large and then made smaller: the edges of a picture this small show every step.
  const side = Math.min(2048, Math.max(...sizes) * 2);
  const picture = await studio.picture({width: side, height: side, type: 'image/png', ...(view !== null && {view})});
  return Promise.all(
    sizes.map(async (size) => ({
      parameter,
      option,
      size,
      name: `${parameter}/${option.replace(/[^\w-]/g, hex)}-${size}.webp`,
      bytes: new Uint8Array(await sharp(picture).resize(size, size).webp({quality: 86, effort: 6}).toBuffer()),
    })),
  );
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
