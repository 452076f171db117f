import {css} from 'lit';

/** Buttons as all elements show them: `primary` for the one main action of a place, `quiet` for tools, `icon` for signs. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_twik-space);
    min-block-size: 44px;
    padding: 0 calc(var(--_twik-space) * 2.5);
    border: 1px solid var(--_twik-border-strong);
    border-radius: var(--_twik-radius);
    background: var(--_twik-surface);
    color: var(--_twik-text);
    font-weight: 500;
    line-height: 1.25;
    text-align: center;
    transition:
      background-color var(--_twik-duration),
      border-color var(--_twik-duration),
      opacity var(--_twik-duration);
  }
  .button:hover:not([aria-disabled='true']) {
    border-color: var(--_twik-text);
  }
  .button[aria-disabled='true'] {
    color: var(--_twik-text-muted);
    cursor: default;
    opacity: 0.5;
  }
  .primary {
    min-block-size: 48px;
    min-inline-size: 128px;
    border-color: var(--_twik-accent);
    background: var(--_twik-accent);
    color: var(--_twik-on-accent);
  }
  .primary:hover:not([aria-disabled='true']) {
    border-color: var(--_twik-accent);
    background: color-mix(in srgb, var(--_twik-accent) 86%, var(--_twik-surface));
  }
  .icon {
    inline-size: 44px;
    padding: 0;
    border-color: transparent;
    background: transparent;
  }
  .icon:hover:not([aria-disabled='true']) {
    border-color: transparent;
    background: color-mix(in srgb, var(--_twik-text) 8%, transparent);
  }
  .button svg {
    flex: none;
  }
  @media (forced-colors: active) {
    .button,
    .button:hover:not([aria-disabled='true']) {
      border-color: ButtonText;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
    .primary {
      forced-color-adjust: none;
    }
  }
`;
