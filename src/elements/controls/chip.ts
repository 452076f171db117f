import {html, type TemplateResult} from 'lit';
import {cssProperty} from './css-property.js';

/** What a chip shows: a colour, a picture, or, with neither, that there is nothing. */
export interface ChipContent {
  readonly color: string | null;
  readonly image: string | null;
}

/** A disc of colour or a small picture; decoration only, its option has the name. */
export function chip({color, image}: ChipContent, baseUrl: string): TemplateResult {
  if (image !== null) return html`<img class="chip picture" part="chip" src=${imageUrl(image, baseUrl)} alt="" />`;
  if (color === null) return html`<span class="chip empty" part="chip"></span>`;
  return html`<span class="chip" part="chip" ${cssProperty('--_chip', color)}></span>`;
}

/** The address of a product's picture. Without a base it is relative to the page. */
export function imageUrl(image: string, baseUrl: string): string {
  return baseUrl && URL.canParse(image, baseUrl) ? new URL(image, baseUrl).href : image;
}
