import {svg, type SVGTemplateResult} from 'lit';

const icon = (shape: SVGTemplateResult): SVGTemplateResult => svg`
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>
`;

export const checkIcon = icon(svg`<path d="m3.5 8.5 3 3 6-7" />`);
export const chevronIcon = icon(svg`<path d="m4 6 4 4 4-4" />`);
export const minusIcon = icon(svg`<path d="M3.5 8h9" />`);
export const plusIcon = icon(svg`<path d="M3.5 8h9M8 3.5v9" />`);
export const resetIcon = icon(svg`<path d="M3 3v3.5h3.5M3.4 6.5A5.2 5.2 0 1 1 2.8 9" />`);
export const barredIcon = icon(svg`<circle cx="8" cy="8" r="5.5" /><path d="m4.2 11.8 7.6-7.6" />`);
