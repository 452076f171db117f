import {css} from 'lit';

/** What unfolds below or above the amount. */
export const linesStyles = css`
  .above .lines {
    position: absolute;
    inset-block-end: 100%;
    inset-inline: 0;
    max-block-size: 50svh;
    padding: calc(var(--_twik-space) * 2) var(--_twik-price-inset, calc(var(--_twik-space) * 2.5));
    overflow: auto;
    border-block-start: 1px solid var(--_twik-border);
    background: var(--_twik-surface);
    box-shadow: 0 -12px 24px -12px rgb(0 0 0 / 0.18);
  }
  .lines p {
    color: var(--_twik-warning);
    font-size: 0.8125rem;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    line-height: 1.4;
  }
  th,
  td {
    padding: 5px 0;
    font-weight: 400;
    text-align: start;
    vertical-align: bottom;
  }
  td {
    padding-inline-start: calc(var(--_twik-space) * 2);
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  small {
    display: block;
    color: var(--_twik-text-muted);
    font-size: 0.75rem;
  }
  tfoot tr:first-child > * {
    padding-block-start: 9px;
    border-block-start: 1px solid var(--_twik-border);
  }
  tfoot {
    color: var(--_twik-text-muted);
  }
  .total {
    color: var(--_twik-text);
    font-weight: 600;
  }
`;
