import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {cssProperty} from '../css-property.js';

/** What a slider shows and tells. */
export interface SliderOptions {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What is possible at present; the track beyond is greyed. */
  readonly bounds: {readonly min: number; readonly max: number};
  readonly value: number;
  readonly valueText: string;
  readonly describedBy: string;
  /** Nobody has decided: the thumb is hollow. */
  readonly isOpen: boolean;
  /** It is being moved. */
  readonly onSlide: (value: number) => void;
  /** It was let go, or a key has moved it. */
  readonly onRelease: () => void;
}

/** A native range on a track of our own, because no two browsers agree on how to paint theirs. */
export function slider(options: SliderOptions): TemplateResult {
  const {min, max, step, bounds, value, valueText, describedBy, isOpen, onSlide, onRelease} = options;
  const share = (at: number): string => String(max > min ? (at - min) / (max - min) : 0);
  const onInput = ({target}: Event): void => {
    if (target instanceof HTMLInputElement) onSlide(target.valueAsNumber);
  };
  return html`
    <div
      class="slider ${isOpen ? 'undecided' : ''}"
      ${cssProperty('--_from', share(bounds.min))}
      ${cssProperty('--_to', share(bounds.max))}
      ${cssProperty('--_at', share(value))}
    >
      <span class="rail"></span><span class="rail possible"></span><span class="rail filled"></span>
      <input
        type="range"
        part="slider"
        data-option="slider"
        data-focus
        aria-labelledby="name"
        aria-valuetext=${valueText}
        aria-describedby=${describedBy || nothing}
        min=${min}
        max=${max}
        step=${step}
        .value=${live(String(value))}
        @input=${onInput}
        @change=${onRelease}
        @pointerup=${onRelease}
        @pointercancel=${onRelease}
        @blur=${onRelease}
      />
    </div>
  `;
}
