import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {TwikError, type Binding, type Product, type SceneModel} from '@twik/sdk/core';
import {parseProduct} from '@twik/sdk/product';
import {isModelName, readBytes, type ModelFile} from './model-file.js';

/** A model of a product, read from beside the product's definition. */
export interface ProductModel extends ModelFile {
  readonly id: string;
  /** As the definition names it. */
  readonly src: string;
  readonly load: SceneModel['load'];
  readonly bindings: readonly Binding[];
}

/** A product on disk with the models of its scene. */
export interface ProductOnDisk {
  readonly product: Product;
  readonly file: string;
  readonly models: readonly ProductModel[];
}

/** What the operand of an assets command names: a product, or a model alone. */
export type AssetSource =
  ({readonly kind: 'product'} & ProductOnDisk) | {readonly kind: 'model'; readonly model: ModelFile};

/**
 * Reads what an operand names.
 *
 * @throws TwikError `file-missing`, `product-invalid` and the like, `model-remote`.
 */
export async function readSource(operand: string): Promise<AssetSource> {
  const file = path.resolve(operand);
  if (isModelName(file)) return {kind: 'model', model: {file, bytes: await readBytes(file)}};
  return {kind: 'product', ...(await readProduct(file))};
}

/**
 * Reads a product and its models.
 *
 * @throws TwikError as above.
 */
export async function readProduct(operand: string): Promise<ProductOnDisk> {
  const file = path.resolve(operand);
  if (isModelName(file)) {
    throw new TwikError('product-expected', `${file} is a model. Name the product definition (.json) that shows it.`);
  }
  const product = parseFile(file, new TextDecoder().decode(await readBytes(file)));
  const {models = [], bindings = []} = product.scene ?? {};
  return {
    product,
    file,
    models: await Promise.all(
      models.map(async ({id, src, load}, index) => {
        const at = `/scene/models/${index}/src`;
        const place = localFile(path.dirname(file), src);
        if (place === null) {
          throw new TwikError('model-remote', `Model "${id}" lies at ${src}. Name a file beside the product instead.`, {
            path: at,
          });
        }
        const own = bindings.filter(({model}) => model === id);
        return {id, src, load, file: place, bytes: await readModel(id, place, at), bindings: own};
      }),
    ),
  };
}

/** Of several files that are read, people must know which is meant. */
function parseFile(file: string, text: string): Product {
  try {
    return parseProduct(text, {baseUrl: pathToFileURL(file).href});
  } catch (cause) {
    if (!(cause instanceof TwikError)) throw cause;
    const issues = cause.issues.map((issue) => ({...issue, message: `${file}: ${issue.message}`}));
    throw new TwikError(cause.code, `${file}: ${cause.message}`, {path: cause.path, issues, cause});
  }
}

async function readModel(id: string, file: string, at: string): Promise<Uint8Array> {
  try {
    return await readBytes(file);
  } catch (cause) {
    if (!(cause instanceof TwikError)) throw cause;
    throw new TwikError(cause.code, `Model "${id}": ${cause.message}`, {path: at, cause});
  }
}

/** Where an address of a product lies on disk; `null` when it is on another host. */
export function localFile(folder: string, address: string): string | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return null;
  return path.resolve(folder, decodeURIComponent(address.split(/[?#]/)[0] ?? ''));
}
