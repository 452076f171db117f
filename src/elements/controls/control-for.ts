import {html, type TemplateResult} from 'lit';
import type {Configuration} from '../../core/configuration/configuration.js';
import type {Option, Parameter} from '../../core/product/parameter.js';

/** The tag names of the controls. */
export type ControlTag =
  'twik-swatches' | 'twik-cards' | 'twik-select' | 'twik-number' | 'twik-switch' | 'twik-text' | 'twik-color';

/** More chips than these are no overview any more. */
const maxSwatches = 24;
/** More cards than these push everything else off the screen. */
const maxCards = 5;

/** The control that suits a parameter: the one its author asks for where that is possible, else by kind and options. */
export function controlTag(parameter: Parameter): ControlTag {
  switch (parameter.kind) {
    case 'integer':
    case 'number':
      return 'twik-number';
    case 'text':
      return 'twik-text';
    case 'color':
      return 'twik-color';
    case 'boolean':
      if (parameter.control === 'cards') return 'twik-cards';
      if (parameter.control === 'select') return 'twik-select';
      // A switch is always on or off; it cannot show that nobody has decided.
      return parameter.required && parameter.default !== null ? 'twik-switch' : 'twik-cards';
    case 'choices':
      return parameter.control === 'swatches' || (parameter.control === 'auto' && areChips(parameter.options))
        ? 'twik-swatches'
        : 'twik-cards';
    case 'choice':
      if (parameter.control === 'swatches') return 'twik-swatches';
      if (parameter.control === 'cards') return 'twik-cards';
      if (parameter.control === 'select' || parameter.control === 'field') return 'twik-select';
      if (areChips(parameter.options)) return 'twik-swatches';
      return parameter.options.length <= maxCards ? 'twik-cards' : 'twik-select';
  }
}

/** What a page can style in the controls of an element that holds them. */
const parts =
  'head, name, value, open, by-rule, reset, description, problem, reason, options, option, selected, barred, chip, difference, ' +
  'field, slider, switch, less, more, count';

/** The control of a parameter, bound to a configuration. */
export function controlFor(parameter: Parameter, configuration: Configuration, locale: string): TemplateResult {
  const {id} = parameter;
  switch (controlTag(parameter)) {
    case 'twik-swatches':
      return html`<twik-swatches
        part="control"
        exportparts=${parts}
        .configuration=${configuration}
        .path=${id}
        .locale=${locale}
      ></twik-swatches>`;
    case 'twik-cards':
      return html`<twik-cards
        part="control"
        exportparts=${parts}
        .configuration=${configuration}
        .path=${id}
        .locale=${locale}
      ></twik-cards>`;
    case 'twik-select':
      return html`<twik-select
        part="control"
        exportparts=${parts}
        .configuration=${configuration}
        .path=${id}
        .locale=${locale}
      ></twik-select>`;
    case 'twik-number':
      return html`<twik-number
        part="control"
        exportparts=${parts}
        .configuration=${configuration}
        .path=${id}
        .locale=${locale}
      ></twik-number>`;
    case 'twik-switch':
      return html`<twik-switch
        part="control"
        exportparts=${parts}
        .configuration=${configuration}
        .path=${id}
        .locale=${locale}
      ></twik-switch>`;
    case 'twik-text':
      return html`<twik-text
        part="control"
        exportparts=${parts}
        .configuration=${configuration}
        .path=${id}
        .locale=${locale}
      ></twik-text>`;
    case 'twik-color':
      return html`<twik-color
        part="control"
        exportparts=${parts}
        .configuration=${configuration}
        .path=${id}
        .locale=${locale}
      ></twik-color>`;
  }
}

function areChips(options: readonly Option[]): boolean {
  return (
    options.length <= maxSwatches &&
    (options.every(({color}) => color !== null) || options.every(({image}) => image !== null))
  );
}
