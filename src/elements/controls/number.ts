import {nothing} from 'lit';
import type {NumberParameter, Parameter} from '../../core/product/parameter.js';
import type {LatePart} from '../late-part.js';
import {TwikControl, type ControlContext} from './control.js';
import {numberField} from './late-fields.js';
import type {NumberField} from './number/number-field.js';

/**
 * A number, by slider and field or by stepping. Values that other choices rule out stay visible: the slider stops
 * there and says why, and letting go beyond asks for them all the same.
 *
 * @summary A number.
 * @tagname twik-number
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart field - The field with the number.
 * @csspart slider - The slider.
 * @csspart less - The button for a step down.
 * @csspart more - The button for a step up.
 * @csspart reason - The tooltip that says why a value is barred.
 */
export class TwikNumber extends TwikControl<NumberParameter> {
  protected override readonly labels = 'field';

  #field: NumberField | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#field?.end();
  }

  protected override fits(parameter: Parameter): parameter is NumberParameter {
    return parameter.kind === 'integer' || parameter.kind === 'number';
  }

  protected override latePartFor(): LatePart {
    return numberField;
  }

  protected override renderAside(context: ControlContext<NumberParameter>): unknown {
    if (numberField.module) this.#field ??= new numberField.module.NumberField(this);
    return this.#field?.renderAside(context) ?? nothing;
  }

  protected override renderControl(context: ControlContext<NumberParameter>): unknown {
    return this.#field?.renderControl(context) ?? nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-number': TwikNumber;
  }
}
