import {noChange} from 'lit';
import {directive, Directive, type ElementPart, type PartInfo, PartType} from 'lit/directive.js';

class CssPropertyDirective extends Directive {
  #last: string | null | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new TypeError('cssProperty() belongs in the tag: <div ${cssProperty(…)}>.');
  }

  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- its parameters are those of the directive
  render(_name: `--${string}`, _value: string | null): typeof noChange {
    return noChange;
  }

  override update({element}: ElementPart, [name, value]: [`--${string}`, string | null]): typeof noChange {
    if (value !== this.#last && element instanceof HTMLElement) {
      this.#last = value;
      if (value === null) element.style.removeProperty(name);
      else element.style.setProperty(name, value);
    }
    return noChange;
  }
}

/** Sets a custom property of an element by script, which a page's content security allows where it forbids `style=`. */
export const cssProperty = directive(CssPropertyDirective);
