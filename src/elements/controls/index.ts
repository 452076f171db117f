export {TwikCards} from './cards.js';
export {TwikColor} from './color.js';
export {TwikControl} from './control.js';
export {controlTag, type ControlTag} from './control-for.js';
export {TwikNumber} from './number.js';
export {TwikSelect} from './select.js';
export {TwikSwatches} from './swatches.js';
export {TwikSwitch} from './switch.js';
export {TwikText} from './text.js';
