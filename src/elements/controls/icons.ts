import {svg} from 'lit';
import {icon} from '../icons.js';

export const barredIcon = icon(svg`<circle cx="10" cy="10" r="6.5" /><path d="m5.4 14.6 9.2-9.2" />`);
