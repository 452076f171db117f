import {css} from 'lit';

/** The slider, the field with its unit, and the buttons for single steps. */
export const numberStyles = css`
  .entry {
    display: flex;
    flex: none;
    align-items: center;
  }
  .number {
    display: flex;
    align-items: center;
    min-height: 46px;
    padding-inline: calc(var(--_twik-space) * 1.25);
    border: 1px solid var(--_twik-border-strong);
    border-radius: var(--_twik-radius);
    background: var(--_twik-surface);
    transition: border-color var(--_twik-duration);
  }
  @media (hover: hover) {
    .number:hover {
      border-color: var(--_twik-text);
    }
  }
  .number:focus-within {
    outline: 2px solid var(--_twik-focus);
    outline-offset: -1px;
  }
  #field {
    width: 6ch;
    margin: 0;
    padding: 0;
    border: 0;
    outline: none;
    appearance: textfield;
    background: none;
    font-size: 1rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  #field::-webkit-inner-spin-button,
  #field::-webkit-outer-spin-button {
    margin: 0;
    appearance: none;
  }
  .unit {
    padding-inline-start: 0.4em;
    color: var(--_twik-text-muted);
  }
  .stepped .number {
    border-inline-width: 0;
    border-radius: 0;
  }
  .stepped #field {
    width: 4ch;
    text-align: center;
  }
  .step {
    display: grid;
    place-items: center;
    width: 44px;
    height: 46px;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_twik-border-strong);
    background: var(--_twik-surface);
    transition: background-color var(--_twik-duration);
  }
  .step:first-child {
    border-start-start-radius: var(--_twik-radius);
    border-end-start-radius: var(--_twik-radius);
  }
  .step:last-child {
    border-start-end-radius: var(--_twik-radius);
    border-end-end-radius: var(--_twik-radius);
  }
  .step:focus-visible {
    z-index: 1;
  }
  .step[aria-disabled='true'] svg {
    opacity: 0.35;
  }
  @media (hover: hover) {
    .step:hover:not([aria-disabled='true']) {
      background: var(--_twik-surface-raised);
    }
  }
  .slider {
    position: relative;
    height: 44px;
  }
  /* The thumb's centre runs from half its width to the full length less that. */
  .rail {
    position: absolute;
    inset-block: 19px;
    inset-inline: 0;
    border-radius: 3px;
    background: var(--_twik-border);
  }
  .rail.possible {
    inset-inline-start: calc(var(--_from) * (100% - 26px));
    inset-inline-end: calc((1 - var(--_to)) * (100% - 26px));
    background: color-mix(in srgb, var(--_twik-border-strong) 65%, var(--_twik-surface));
  }
  .rail.filled {
    inset-inline-start: calc(var(--_from) * (100% - 26px));
    inset-inline-end: calc((1 - var(--_at)) * (100% - 26px) + 13px);
    background: var(--_twik-accent);
  }
  .undecided .filled {
    background: none;
  }
  .slider input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    appearance: none;
    background: none;
    cursor: pointer;
    touch-action: pan-y;
  }
  .slider input:focus-visible {
    outline: none;
  }
  .slider input::-webkit-slider-thumb {
    width: 26px;
    height: 26px;
    border: 2px solid var(--_twik-accent);
    border-radius: 50%;
    appearance: none;
    background: var(--_twik-surface);
    box-shadow: 0 1px 4px rgb(0 0 0 / 0.18);
    transition: box-shadow var(--_twik-duration);
  }
  .slider input::-moz-range-thumb {
    box-sizing: border-box;
    width: 26px;
    height: 26px;
    border: 2px solid var(--_twik-accent);
    border-radius: 50%;
    background: var(--_twik-surface);
    box-shadow: 0 1px 4px rgb(0 0 0 / 0.18);
  }
  .undecided input::-webkit-slider-thumb {
    border-style: dashed;
  }
  .undecided input::-moz-range-thumb {
    border-style: dashed;
  }
  .slider input:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_twik-focus);
    outline-offset: 2px;
  }
  .slider input:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_twik-focus);
    outline-offset: 2px;
  }
  @media (hover: hover) {
    .slider input:hover::-webkit-slider-thumb {
      box-shadow: 0 0 0 6px color-mix(in srgb, var(--_twik-accent) 12%, transparent);
    }
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--_twik-text-muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  .hint {
    margin-block-start: var(--_twik-space);
  }
  @media (forced-colors: active) {
    .rail {
      border: 1px solid CanvasText;
    }
    .rail.filled {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
