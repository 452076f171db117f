import {css} from 'lit';

/** What buttons of alternatives have in common: no frame of their own, and a check mark when selected. */
export const optionStyles = css`
  .option {
    position: relative;
    min-width: 44px;
    min-height: 44px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_twik-radius);
    background: none;
    text-align: start;
    -webkit-tap-highlight-color: transparent;
  }
  /* What is being checked steps back only when that takes long enough to be seen. */
  [aria-busy] .option {
    opacity: 1;
    transition: opacity var(--_twik-duration) 0.4s;
  }
  [aria-busy] .option[part~='unchecked'] {
    opacity: 0.6;
  }
  .check {
    display: grid;
    flex: none;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: var(--_twik-accent);
    color: var(--_twik-on-accent);
    opacity: 0;
    transform: scale(0.5);
    transition:
      opacity var(--_twik-duration),
      transform var(--_twik-duration);
  }
  .check svg {
    width: 12px;
    height: 12px;
    stroke-width: 2.25;
  }
  [aria-checked='true'] .check {
    opacity: 1;
    transform: none;
  }
  @media (forced-colors: active) {
    .check {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
