import {nothing} from 'lit';
import type {Parameter, TextParameter} from '../../core/product/parameter.js';
import type {LatePart} from '../late-part.js';
import {TwikControl, type ControlContext} from './control.js';
import {textField} from './late-fields.js';
import type {TextField} from './text/text-field.js';

/**
 * A parameter for words of the shopper's own. What is typed becomes the value as soon as it can be made; until then it
 * stays in the field, with what is wrong in words.
 *
 * @summary Words of one's own.
 * @tagname twik-text
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart field - The field.
 * @csspart count - How many characters are used.
 * @csspart problem - What is wrong with what was typed.
 */
export class TwikText extends TwikControl<TextParameter> {
  protected override readonly labels = 'field';

  #field: TextField | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#field?.flush();
  }

  protected override fits(parameter: Parameter): parameter is TextParameter {
    return parameter.kind === 'text';
  }

  protected override latePartFor(): LatePart {
    return textField;
  }

  protected override renderControl(context: ControlContext<TextParameter>): unknown {
    if (textField.module) this.#field ??= new textField.module.TextField(this);
    return this.#field?.render(context) ?? nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-text': TwikText;
  }
}
