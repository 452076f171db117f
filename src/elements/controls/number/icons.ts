import {svg} from 'lit';
import {icon} from '../../icons.js';

export const minusIcon = icon(svg`<path d="M4.5 10h11" />`);
export const plusIcon = icon(svg`<path d="M4.5 10h11M10 4.5v11" />`);
