import {nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration} from '../core/configuration/configuration.js';
import {ConfigurationController} from './configuration-controller.js';
import {LatePart} from './late-part.js';
import {TwikElement} from './twik-element.js';

/** In a configurator it is folded at first; it comes beside the product. */
const list = new LatePart(() => import('./summary/list.js'));

/**
 * Lists what is chosen, by group, and says what is still open. Inside or for a configurator each value leads to its
 * control.
 *
 * @summary What is chosen, in words.
 * @tagname twik-summary
 * @csspart open - Says how many choices are open.
 * @csspart group - The name of a group.
 * @csspart list - The list of a group.
 * @csspart name - The name of a parameter.
 * @csspart value - Its value.
 */
export class TwikSummary extends TwikElement {
  /** Id of the configurator that is summed up. Default: the one around the element. */
  @property() for = '';
  /** The configuration to list, for pages that make it themselves. Goes before any configurator. */
  @property({attribute: false}) configuration: Configuration | null = null;

  readonly #controller = new ConfigurationController(this);

  protected override get latePart(): LatePart {
    return list;
  }

  override render(): TemplateResult | typeof nothing {
    const {configuration, owner} = this.#controller;
    if (!configuration || !list.module) return nothing;
    return list.module.summaryList({
      configuration,
      locale: this.locale,
      onChange: owner && ((parameter) => owner.focusParameter(parameter)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-summary': TwikSummary;
  }
}
