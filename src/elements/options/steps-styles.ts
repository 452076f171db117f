import {css} from 'lit';

/** The line of all steps, the step that is shown, the ways on and back. */
export const stepsStyles = css`
  .steps {
    display: flex;
    gap: calc(var(--_twik-space) * 0.5);
    margin-inline: calc(var(--_twik-space) * -0.75);
    overflow-x: auto;
    scrollbar-width: none;
  }
  .step {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_twik-space);
    min-width: 44px;
    min-height: 48px;
    margin: 0;
    padding: 0 calc(var(--_twik-space) * 0.75);
    border: 0;
    border-radius: var(--_twik-radius);
    background: none;
    color: var(--_twik-text-muted);
    white-space: nowrap;
  }
  .step:focus-visible {
    outline-offset: -2px;
  }
  .step[aria-selected='true'] {
    color: var(--_twik-text);
    font-weight: 600;
  }
  .number {
    display: grid;
    flex: none;
    place-items: center;
    width: 30px;
    height: 30px;
    border: 1px solid var(--_twik-border-strong);
    border-radius: 50%;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    transition:
      background-color var(--_twik-duration),
      color var(--_twik-duration);
  }
  .number svg {
    width: 16px;
    height: 16px;
    stroke-width: 2;
  }
  .number.done {
    border-color: var(--_twik-text);
    color: var(--_twik-text);
  }
  [aria-selected='true'] .number {
    border-color: var(--_twik-accent);
    background: var(--_twik-accent);
    color: var(--_twik-on-accent);
  }
  @media (hover: hover) {
    .step:hover {
      color: var(--_twik-text);
    }
  }
  @container (max-width: 520px) {
    .step .name {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  [role='tabpanel'] {
    padding-block-start: calc(var(--_twik-space) * 2.5);
  }
  [role='tabpanel']:focus {
    outline: none;
  }
  [role='tabpanel'] .title {
    margin-block-end: var(--_twik-space);
    font-size: 1.25rem;
    letter-spacing: -0.01em;
  }
  .progress {
    margin: 0;
    color: var(--_twik-text-muted);
    font-size: 0.8125rem;
  }
  .ways {
    display: flex;
    gap: calc(var(--_twik-space) * 1.5);
    margin-block-start: calc(var(--_twik-space) * 4);
  }
  .next {
    margin-inline-start: auto;
  }
  .back svg {
    transform: scaleX(-1);
  }
  .next:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .back:dir(rtl) svg {
    transform: none;
  }
  @media (forced-colors: active) {
    [aria-selected='true'] .number {
      forced-color-adjust: none;
    }
  }
`;
