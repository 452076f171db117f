import {svg} from 'lit';
import {icon} from '../icons.js';

export const minusIcon = icon(svg`<path d="M4.5 10h11" />`);
export const plusIcon = icon(svg`<path d="M4.5 10h11M10 4.5v11" />`);
export const barredIcon = icon(svg`<circle cx="10" cy="10" r="6.5" /><path d="m5.4 14.6 9.2-9.2" />`);
