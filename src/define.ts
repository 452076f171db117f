/** Registers all elements. The only module that does; importing a class from anywhere else changes nothing in the page. */
import * as controls from './elements/controls/index.js';
import {TwikActions} from './elements/actions.js';
import {TwikConfigurator} from './elements/configurator.js';
import {TwikConflict} from './elements/conflict.js';
import {defineElements} from './elements/define-elements.js';
import {TwikOptions} from './elements/options.js';
import {TwikPrice} from './elements/price.js';
import {TwikSummary} from './elements/summary.js';
import {TwikViewer} from './elements/viewer.js';

defineElements({
  // What the configurator is made of comes first, so that its first rendering finds all of it.
  'twik-swatches': controls.TwikSwatches,
  'twik-cards': controls.TwikCards,
  'twik-select': controls.TwikSelect,
  'twik-number': controls.TwikNumber,
  'twik-switch': controls.TwikSwitch,
  'twik-text': controls.TwikText,
  'twik-color': controls.TwikColor,
  'twik-options': TwikOptions,
  'twik-summary': TwikSummary,
  'twik-actions': TwikActions,
  'twik-conflict': TwikConflict,
  'twik-price': TwikPrice,
  'twik-viewer': TwikViewer,
  'twik-configurator': TwikConfigurator,
});
