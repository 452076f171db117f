import {css} from 'lit';

export const priceStyles = css`
  p {
    margin: 0;
  }
  [part='amount'] {
    font-size: 1.5rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.015em;
    line-height: 1.2;
  }
  [part='note'],
  [part='lead-time'],
  summary {
    color: var(--_twik-text-muted);
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  [part='estimate'] {
    display: inline-block;
    color: var(--_twik-warning);
    font-size: 0.8125rem;
    font-weight: 500;
    letter-spacing: 0;
    white-space: nowrap;
  }
  [part='error'] {
    color: var(--_twik-danger);
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    /* A line of text, but a target of 24 pixels. */
    min-block-size: 24px;
    border-radius: 4px;
    cursor: pointer;
    list-style: none;
    text-decoration: underline;
    text-decoration-color: var(--_twik-border-strong);
    text-underline-offset: 0.2em;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    color: var(--_twik-text);
  }
  summary svg {
    inline-size: 16px;
    block-size: 16px;
    transition: rotate var(--_twik-duration);
  }
  details[open] summary svg {
    rotate: 180deg;
  }
`;
