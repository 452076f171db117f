import {nothing, type PropertyValues} from 'lit';
import type {Parameter} from '../../core/product/parameter.js';
import type {LatePart} from '../late-part.js';
import type {ControlContext} from './control.js';
import {selectField} from './late-fields.js';
import {OfferControl, type ListedParameter} from './offer-control.js';
import type {SelectField} from './select/select-field.js';

/**
 * The options of a parameter as a list to open, for when there are many. Those barred by other choices stand apart at
 * its end, with the reason.
 *
 * @summary Options as a list to open.
 * @tagname twik-select
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart field - The native list.
 */
export class TwikSelect extends OfferControl {
  protected override readonly labels = 'field';

  #field: SelectField | null = null;

  protected override fits(parameter: Parameter): parameter is ListedParameter {
    return parameter.kind === 'choice' || parameter.kind === 'boolean';
  }

  protected override latePartFor(): LatePart {
    return selectField;
  }

  protected override renderControl(context: ControlContext<ListedParameter>): unknown {
    if (selectField.module) this.#field ??= new selectField.module.SelectField(this);
    return this.#field?.render(context) ?? nothing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const select = this.renderRoot.querySelector('select');
    // Once the options are there; also after a conflict, when the browser shows what was asked for and not what is.
    if (select) select.value = this.offers.find(({isSelected}) => isSelected)?.key ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-select': TwikSelect;
  }
}
