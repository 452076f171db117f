import {css} from 'lit';

/** What all controls have in common: the line with the name, words below, the tooltip. */
export const controlStyles = css`
  :host {
    position: relative;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--_twik-space);
    min-height: 44px;
  }
  .head:has(.description) {
    padding-block-end: var(--_twik-space);
  }
  .head > .words {
    flex: 1;
    min-width: 0;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_twik-space) * 1.25);
  }
  #name {
    font-weight: 600;
  }
  .value,
  .by-rule,
  .description,
  .hint {
    color: var(--_twik-text-muted);
  }
  .by-rule,
  .open,
  .description,
  .hint,
  .problem {
    font-size: 0.8125rem;
    line-height: 1.45;
  }
  .by-rule {
    font-style: italic;
  }
  .open {
    display: inline-flex;
    align-items: baseline;
    gap: 0.5em;
    color: var(--_twik-warning);
    font-weight: 500;
  }
  .open::before {
    flex: none;
    width: 0.5em;
    height: 0.5em;
    border-radius: 50%;
    background: currentColor;
    content: '';
    transform: translateY(-0.1em);
  }
  .description,
  .problem,
  .hint {
    margin: 0;
  }
  .description {
    max-width: 65ch;
  }
  .problem {
    margin-block-start: var(--_twik-space);
    color: var(--_twik-danger);
  }
  .reset svg {
    width: 18px;
    height: 18px;
  }
  .reset {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: 0;
    margin-inline-end: calc(var(--_twik-space) * -1);
    padding: 0;
    border: 0;
    border-radius: var(--_twik-radius);
    background: none;
    color: var(--_twik-text-muted);
    transition:
      color var(--_twik-duration),
      background-color var(--_twik-duration);
  }
  @media (hover: hover) {
    .reset:hover {
      background: var(--_twik-surface-raised);
      color: var(--_twik-text);
    }
  }
  .box {
    position: relative;
  }
  /* Its padding bridges the way from the option, so that the pointer can reach it. */
  .reason {
    position: absolute;
    z-index: 3;
    width: max-content;
    max-width: min(100%, 36ch);
    padding-block-start: 10px;
  }
  .reason span {
    display: block;
    padding: calc(var(--_twik-space) * 0.875) calc(var(--_twik-space) * 1.5);
    border: 1px solid transparent;
    border-radius: var(--_twik-radius);
    background: var(--_twik-text);
    box-shadow: var(--_twik-shadow);
    color: var(--_twik-surface);
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .reason::before {
    position: absolute;
    top: 5px;
    left: var(--_arrow);
    width: 10px;
    height: 10px;
    background: var(--_twik-text);
    content: '';
    transform: translateX(-50%) rotate(45deg);
  }
  @media (prefers-reduced-motion: no-preference) {
    .reason {
      transition: opacity var(--_twik-duration);
    }
    @starting-style {
      .reason {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    .reason span {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .reason::before {
      display: none;
    }
  }
`;
