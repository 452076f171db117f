import {TwikError} from '../../core/error.js';

/** As far as it is needed here; browsers without it enforce nothing. */
interface TrustedPolicy {
  /** What comes back is no string where Trusted Types are enforced, but stands for one. */
  createScript(text: string): string;
}

declare const trustedTypes: {createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy} | undefined;

/** A model as search engines shall know it. Addresses are absolute or relative to the page. */
export interface ModelSchemaOptions {
  /** Address of the model, `.glb` or `.gltf`. */
  readonly src: string;
  /** What the model shows, for people. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Address of a picture of it. */
  readonly poster?: string | undefined;
  /** Address of the same model as USDZ. */
  readonly usdz?: string | undefined;
}

/** JSON-LD of a schema.org `3DModel`. */
export interface ModelSchema {
  readonly '@context': 'https://schema.org';
  readonly '@type': '3DModel';
  readonly 'name'?: string;
  readonly 'description'?: string;
  readonly 'image'?: string;
  readonly 'encoding': readonly {
    readonly '@type': 'MediaObject';
    readonly 'contentUrl': string;
    readonly 'encodingFormat': string;
  }[];
}

/** Describes a model for search engines; what is empty or no address is left out. */
export function modelSchema({src, name, description, poster, usdz}: ModelSchemaOptions): ModelSchema {
  const image = absolute(poster);
  const encoding = [src, usdz].flatMap((address) => {
    const contentUrl = absolute(address);
    return contentUrl === null
      ? []
      : [{'@type': 'MediaObject', contentUrl, 'encodingFormat': formatOf(contentUrl)} as const];
  });
  return {
    '@context': 'https://schema.org',
    '@type': '3DModel',
    ...(name ? {name} : {}),
    ...(description ? {description} : {}),
    ...(image === null ? {} : {image}),
    encoding,
  };
}

/**
 * Keeps a description in the head of the document, in a script element of the type `application/ld+json`: nothing runs
 * it.
 *
 * @example
 * const tag = new SchemaTag();
 * tag.show(modelSchema({src: 'chair.glb', name: 'Chair'}));
 */
export class SchemaTag {
  #script: HTMLScriptElement | null = null;
  #text = '';

  /**
   * Puts a description in the place of the one before; `null` takes it away.
   *
   * @throws TwikError `schema-blocked` when the page's content security policy forbids it.
   */
  show(schema: object | null): void {
    const text = schema ? JSON.stringify(schema) : '';
    if (text === this.#text) return;
    this.#script?.remove();
    this.#script = null;
    this.#text = text;
    if (text === '') return;
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    try {
      script.text = trusted(text);
    } catch (cause) {
      throw new TwikError(
        'schema-blocked',
        'The page\'s content security policy keeps the description for search engines out. Add "twik-schema" to its trusted-types.',
        {cause},
      );
    }
    document.head.append(script);
    this.#script = script;
  }

  dispose(): void {
    this.show(null);
  }
}

let policy: TrustedPolicy | null = null;

/** A script's text is guarded even where nothing would run it. */
function trusted(text: string): string {
  if (typeof trustedTypes === 'undefined') return asData(text);
  policy ??= trustedTypes.createPolicy('twik-schema', {createScript: asData});
  return policy.createScript(text);
}

/** Lets nothing but JSON pass; and whoever writes the page out as HTML shall not end the script early. */
function asData(text: string): string {
  return JSON.stringify(JSON.parse(text)).replaceAll('<', '\\u003c');
}

function absolute(address: string | undefined): string | null {
  if (!address || !URL.canParse(address, document.baseURI)) return null;
  const url = new URL(address, document.baseURI);
  // Nobody else can read what only this page has.
  return url.protocol === 'blob:' || url.protocol === 'data:' ? null : url.href;
}

function formatOf(url: string): string {
  const {pathname} = new URL(url);
  if (pathname.endsWith('.usdz')) return 'model/vnd.usdz+zip';
  return pathname.endsWith('.gltf') ? 'model/gltf+json' : 'model/gltf-binary';
}
