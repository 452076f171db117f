import {css} from 'lit';

/** Fields to type in and lists to open. Their text is 16 px: below, phones zoom into the page on focus. */
export const fieldStyles = css`
  .field {
    display: block;
    width: 100%;
    min-height: 46px;
    margin: 0;
    padding: calc(var(--_twik-space) * 1.125) calc(var(--_twik-space) * 1.5);
    border: 1px solid var(--_twik-border-strong);
    border-radius: var(--_twik-radius);
    appearance: none;
    background: var(--_twik-surface);
    font-size: 1rem;
    line-height: 1.4;
    transition:
      border-color var(--_twik-duration),
      box-shadow var(--_twik-duration);
  }
  @media (hover: hover) {
    .field:hover {
      border-color: var(--_twik-text);
    }
  }
  .field:focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_twik-danger);
    box-shadow: inset 0 0 0 1px var(--_twik-danger);
  }
  .field::placeholder {
    color: var(--_twik-text-muted);
    opacity: 1;
  }
`;
