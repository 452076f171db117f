import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** A line drawing of 20 pixels in the colour of the text. It says nothing to a screen reader: its button has the name. */
export function icon(lines: SVGTemplateResult): TemplateResult {
  return html`<svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${lines}
  </svg>`;
}

export const undoIcon = icon(svg`<path d="M7.5 4 3.5 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H9" />`);
export const redoIcon = icon(svg`<path d="m12.5 4 4 4-4 4M16.5 8H8a4.5 4.5 0 0 0 0 9h3" />`);
export const resetIcon = icon(svg`<path d="M3.5 10A6.5 6.5 0 1 0 6 4.9L3.5 7M3.5 3v4h4" />`);
export const linkIcon = icon(
  svg`<path d="M8.5 11.5a3.3 3.3 0 0 0 4.7 0l2.8-2.8A3.3 3.3 0 0 0 11.3 4l-.9.9M11.5 8.5a3.3 3.3 0 0 0-4.7 0L4 11.3A3.3 3.3 0 0 0 8.7 16l.9-.9" />`,
);
export const checkIcon = icon(svg`<path d="m4 10.5 4 4 8-9" />`);
export const closeIcon = icon(svg`<path d="m5 5 10 10M15 5 5 15" />`);
export const chevronIcon = icon(svg`<path d="m6 8 4 4 4-4" />`);
export const arrowIcon = icon(svg`<path d="M4 10h12m-4-4 4 4-4 4" />`);
