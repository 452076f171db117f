import {Texture} from 'three';
import {TwikError} from '../../core/error.js';
import type {PrintValue} from '../../core/scene/plan.js';
import type {BindingContext} from '../binding-context.js';
import type {LoadedModel} from '../loaded-model.js';
import {AssetStore} from './asset-store.js';
import type {ModelState} from './model-state.js';
import {fontOf} from './print-raster.js';
import type {SlotTextures} from './slot-textures.js';

type Store = Pick<AssetStore<unknown>, 'begin' | 'waiting' | 'abandon' | 'trim' | 'dispose'>;

/** Pictures that were shown and may be chosen again stay ready. */
const sparePictures = 12;

/**
 * All that a plan may need from elsewhere. Each question is answered at once: `null` or `false` means that loading has
 * begun, and a failure is thrown.
 */
export class Assets {
  readonly #context: BindingContext;
  readonly #models = new AssetStore<LoadedModel>(Infinity, () => undefined);
  readonly #materials = new AssetStore<true>(Infinity, () => undefined);
  readonly #fonts = new AssetStore<true>(0, () => undefined);
  readonly #pictures: AssetStore<Texture>;
  /** Textures out of a model's own file; those that only a plan uses are ours. */
  readonly #fileTextures: AssetStore<{readonly texture: Texture; readonly isOurs: boolean}>;

  constructor(context: BindingContext, slotTextures: SlotTextures) {
    this.#context = context;
    const free = (texture: Texture): void => {
      slotTextures.drop(texture);
      texture.dispose();
      // Decoded pictures are not garbage collected in time.
      if (texture.image instanceof ImageBitmap) texture.image.close();
    };
    this.#pictures = new AssetStore(sparePictures, free);
    this.#fileTextures = new AssetStore(sparePictures, ({texture, isOurs}) =>
      isOurs ? free(texture) : slotTextures.drop(texture),
    );
  }

  begin(): void {
    for (const store of this.#stores()) store.begin();
  }

  /** What is asked for and not there yet. None of these promises is ever rejected. */
  waiting(): Promise<void>[] {
    return this.#stores().flatMap((store) => store.waiting());
  }

  abandon(): void {
    for (const store of this.#stores()) store.abandon();
  }

  trim(): void {
    for (const store of this.#stores()) store.trim();
  }

  dispose(): void {
    for (const store of this.#stores()) store.dispose();
  }

  model(id: string): LoadedModel | null {
    return this.#context.model(id) ?? this.#models.want(id, (signal) => this.#context.requireModel(id, signal));
  }

  /** A material that nothing in its model wears by itself. */
  hasMaterial(state: ModelState, material: number): boolean {
    return (
      this.#materials.want(state.keyOf(material), async () => {
        await state.materials.load(material);
        return true;
      }) !== null
    );
  }

  /** A picture by its address. */
  picture(src: string, srgb: boolean): Texture | null {
    return this.#pictures.want(`${srgb ? 'srgb' : 'data'} ${src}`, () => this.#context.loadTexture(src, {srgb}));
  }

  /** A texture or image out of a model's file. */
  fileTexture({id, model, index}: ModelState, name: string): Texture | null {
    const {kind, index: place} = index.textureNamed(name);
    const {parser} = model.gltf;
    const asset = this.#fileTextures.want(`${name} ${id}`, async () => {
      const texture: unknown =
        kind === 'texture'
          ? await parser.getDependency('texture', place)
          : await parser.loadImageSource(place, parser.textureLoader);
      if (isTexture(texture)) return {texture, isOurs: kind === 'image'};
      throw new TwikError('texture-not-found', `Texture "${name}" cannot be read. Check its image in the file.`);
    });
    return asset?.texture ?? null;
  }

  /** Whether the letters of a print are here. A system's font always is. */
  hasFont(print: PrintValue): boolean {
    const font = fontOf(print, 16);
    try {
      if (document.fonts.check(font, print.text)) return true;
    } catch (cause) {
      throw new TwikError('font-invalid', `"${print.font}" is not a CSS font family.`, {cause});
    }
    return (
      this.#fonts.want(`${font} ${print.text}`, async () => {
        try {
          await document.fonts.load(font, print.text);
        } catch (cause) {
          throw new TwikError('font-not-loaded', `Font "${print.font}" cannot be loaded. Check its address.`, {cause});
        }
        return true;
      }) !== null
    );
  }

  #stores(): Store[] {
    return [this.#models, this.#materials, this.#fonts, this.#pictures, this.#fileTextures];
  }
}

function isTexture(value: unknown): value is Texture {
  return value instanceof Texture;
}
