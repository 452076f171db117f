import {css} from 'lit';

export const conflictStyles = css`
  dialog {
    inline-size: min(100vw - 2 * var(--_twik-space) * 2, 480px);
    max-block-size: min(100dvh - 2 * var(--_twik-space) * 2, 720px);
    padding: 0;
    overflow: auto;
    border: 1px solid var(--_twik-border);
    border-radius: calc(var(--_twik-radius) * 2);
    background: var(--_twik-surface);
    box-shadow: var(--_twik-shadow);
    color: var(--_twik-text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  dialog[open] {
    animation: rise var(--_twik-duration) ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .content {
    padding: calc(var(--_twik-space) * 3);
  }
  header {
    display: flex;
    gap: var(--_twik-space);
    align-items: flex-start;
    justify-content: space-between;
  }
  header .icon {
    flex: none;
    margin: -10px -12px 0 0;
    margin-inline: 0 -12px;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
  }
  h2 {
    font-size: 1.25rem;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.3;
    text-wrap: balance;
  }
  h3 {
    margin-block-start: calc(var(--_twik-space) * 3);
    font-size: 0.8125rem;
    font-weight: 500;
    color: var(--_twik-text-muted);
  }
  p,
  .reasons {
    margin-block-start: var(--_twik-space);
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .reasons {
    padding-inline-start: calc(var(--_twik-space) * 1.5);
    border-inline-start: 2px solid var(--_twik-warning);
    color: var(--_twik-text-muted);
  }
  .repairs {
    display: grid;
    gap: var(--_twik-space);
    margin-block-start: var(--_twik-space);
  }
  .repair {
    display: block;
    inline-size: 100%;
    padding: calc(var(--_twik-space) * 1.5) calc(var(--_twik-space) * 2);
    border: 1px solid var(--_twik-border-strong);
    border-radius: var(--_twik-radius);
    background: none;
    text-align: start;
    transition:
      background-color var(--_twik-duration),
      border-color var(--_twik-duration);
  }
  .repair:hover {
    border-color: var(--_twik-text);
    background: var(--_twik-surface-raised);
  }
  .repair svg {
    inline-size: 14px;
    block-size: 14px;
    margin-inline: 4px;
    vertical-align: -2px;
    color: var(--_twik-text-muted);
  }
  :host(:dir(rtl)) .repair svg {
    rotate: 180deg;
  }
  .main {
    display: block;
    font-weight: 500;
  }
  .name {
    color: var(--_twik-text-muted);
    font-weight: 400;
  }
  .name::after {
    content: ':';
  }
  .from {
    color: var(--_twik-text-muted);
    font-weight: 400;
    text-decoration: line-through;
  }
  .also {
    display: block;
    margin-block-start: var(--_twik-space);
    color: var(--_twik-text-muted);
    font-size: 0.8125rem;
  }
  .also > span {
    display: block;
  }
  .also .to {
    color: var(--_twik-text);
  }
  .keep {
    inline-size: 100%;
    margin-block-start: calc(var(--_twik-space) * 2);
    border-color: transparent;
    background: none;
  }
`;
