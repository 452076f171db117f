import {css} from 'lit';

/** Groups as folding sections, or simply below each other. */
export const optionsStyles = css`
  :host {
    container-type: inline-size;
  }
  /* What a configurator keeps in view must not cover what is scrolled to. */
  :host,
  [part='control'],
  ::slotted(*) {
    scroll-margin-block: var(--_twik-covered-start, 16px) var(--_twik-covered-end, 16px);
  }
  h3 {
    margin: 0;
    font: inherit;
  }
  .title {
    font-size: 1.0625rem;
    font-weight: 600;
    letter-spacing: -0.005em;
    line-height: 1.4;
  }
  .controls {
    display: grid;
    gap: calc(var(--_twik-space) * 3);
    grid-template-columns: minmax(0, 1fr);
  }
  .description {
    margin: 0 0 calc(var(--_twik-space) * 1.5);
    color: var(--_twik-text-muted);
    font-size: 0.875rem;
  }
  .group + .group:not(.folding) {
    margin-block-start: calc(var(--_twik-space) * 5);
  }
  .group > .title {
    margin-block-end: var(--_twik-space);
  }
  .folding {
    border-block-end: 1px solid var(--_twik-border);
  }
  .folding:first-of-type {
    border-block-start: 1px solid var(--_twik-border);
  }
  .header {
    display: flex;
    align-items: center;
    gap: calc(var(--_twik-space) * 1.5);
    width: 100%;
    min-height: 60px;
    margin: 0;
    padding: calc(var(--_twik-space) * 1.25) 0;
    border: 0;
    background: none;
    text-align: start;
    -webkit-tap-highlight-color: transparent;
  }
  .header:focus-visible {
    border-radius: calc(var(--_twik-radius) / 2);
  }
  .words {
    display: flex;
    flex: 1;
    align-items: baseline;
    gap: calc(var(--_twik-space) * 1.5);
    min-width: 0;
  }
  .words .title {
    flex: none;
    max-width: 100%;
  }
  .chosen {
    flex: 1;
    overflow: hidden;
    color: var(--_twik-text-muted);
    font-size: 0.875rem;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .open {
    flex: none;
    color: var(--_twik-warning);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .open::before {
    display: inline-block;
    width: 0.5em;
    height: 0.5em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: currentColor;
    content: '';
    vertical-align: 0.1em;
  }
  .chevron {
    display: grid;
    flex: none;
    color: var(--_twik-text-muted);
    transition: transform var(--_twik-duration);
  }
  [aria-expanded='true'] .chevron {
    transform: rotate(180deg);
  }
  @media (hover: hover) {
    .header:hover .chevron {
      color: var(--_twik-text);
    }
  }
  .folding .panel {
    padding-block: 0 calc(var(--_twik-space) * 3.5);
  }
  @media (prefers-reduced-motion: no-preference) {
    .panel,
    .control {
      transition:
        opacity calc(var(--_twik-duration) * 1.5),
        transform calc(var(--_twik-duration) * 1.5);
    }
    @starting-style {
      .panel,
      .control {
        opacity: 0;
        transform: translateY(-6px);
      }
    }
  }
`;
