import {css} from 'lit';

/** Chips, their ring when selected, and the stroke through barred ones. */
export const chipStyles = css`
  .frame {
    position: relative;
    display: block;
    width: 44px;
    height: 44px;
    padding: 4px;
    border-radius: 50%;
    box-shadow: inset 0 0 0 1px transparent;
    transition: box-shadow var(--_twik-duration);
  }
  .frame:has(.picture) {
    width: 56px;
    height: 56px;
    border-radius: calc(var(--_twik-radius) + 3px);
  }
  .chip {
    display: block;
    width: 100%;
    height: 100%;
    border-radius: 50%;
    background: var(--_chip, transparent);
    /* Lets white be seen on white and black on black. */
    box-shadow: inset 0 0 0 1px light-dark(rgb(0 0 0 / 0.16), rgb(255 255 255 / 0.24));
    forced-color-adjust: none;
    transition: transform var(--_twik-duration);
  }
  .picture {
    border-radius: var(--_twik-radius);
    outline: 1px solid light-dark(rgb(0 0 0 / 0.12), rgb(255 255 255 / 0.2));
    outline-offset: -1px;
    object-fit: cover;
  }
  .empty {
    background: linear-gradient(
      to top right,
      transparent calc(50% - 1px),
      var(--_twik-text-muted) calc(50% - 1px) calc(50% + 1px),
      transparent calc(50% + 1px)
    );
  }
  [aria-checked='true'] .frame {
    box-shadow: inset 0 0 0 2px var(--_twik-accent);
  }
  .frame .check {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -3px;
    width: 18px;
    height: 18px;
    box-shadow: 0 0 0 2px var(--_twik-surface);
  }
  @media (hover: hover) {
    .option:hover:not([aria-checked='true'], [aria-disabled='true']) .frame {
      box-shadow: inset 0 0 0 1.5px var(--_twik-border-strong);
    }
  }
  [aria-disabled='true'] .chip {
    opacity: 0.5;
  }
  [aria-disabled='true'] .frame::after {
    position: absolute;
    inset: 4px;
    border-radius: inherit;
    background: linear-gradient(
      to top right,
      transparent calc(50% - 2px),
      var(--_twik-surface) calc(50% - 2px) calc(50% - 1px),
      var(--_twik-text-muted) calc(50% - 1px) calc(50% + 1px),
      var(--_twik-surface) calc(50% + 1px) calc(50% + 2px),
      transparent calc(50% + 2px)
    );
    content: '';
  }
  @media (forced-colors: active) {
    [aria-checked='true'] .frame {
      outline: 2px solid Highlight;
    }
  }
`;
