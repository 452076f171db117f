import {css} from 'lit';

export const summaryStyles = css`
  [part='open'] {
    margin: 0 0 calc(var(--_twik-space) * 1.5);
    color: var(--_twik-warning);
    font-size: 0.875rem;
    font-weight: 500;
  }
  h3 {
    margin: calc(var(--_twik-space) * 2.5) 0 calc(var(--_twik-space) / 2);
    color: var(--_twik-text-muted);
    font-size: 0.8125rem;
    font-weight: 500;
    line-height: 1.5;
  }
  h3:first-of-type {
    margin-block-start: 0;
  }
  dl {
    margin: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: calc(var(--_twik-space) * 2);
    align-items: baseline;
    padding-block: 5px;
    border-block-start: 1px solid var(--_twik-border);
  }
  dd {
    margin: 0;
    text-align: end;
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    color: var(--_twik-text-muted);
    font-size: 0.75rem;
  }
  .open {
    color: var(--_twik-warning);
  }
  button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    font-weight: 500;
    text-align: end;
    text-decoration: underline;
    text-decoration-color: transparent;
    text-underline-offset: 0.2em;
    transition: text-decoration-color var(--_twik-duration);
  }
  button:hover {
    text-decoration-color: currentColor;
  }
`;
