import {css} from 'lit';

/** Cards in three layouts: rows with a description, tiles with a name, pictures above their words. */
export const cardStyles = css`
  .options {
    display: grid;
    gap: var(--_twik-space);
  }
  .tiles {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 156px), 1fr));
  }
  .small.tiles {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 116px), 1fr));
  }
  .pictures {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 132px), 1fr));
  }
  .option {
    overflow: clip;
    overflow-clip-margin: 1px;
    border: 1px solid var(--_twik-border);
    background: var(--_twik-surface);
    transition:
      border-color var(--_twik-duration),
      background-color var(--_twik-duration);
  }
  @media (hover: hover) {
    .option:hover:not([aria-checked='true'], [aria-disabled='true']) {
      border-color: var(--_twik-border-strong);
    }
  }
  [aria-checked='true'] {
    border-color: var(--_twik-accent);
  }
  /* Above the picture, which covers what is painted inside the card. */
  .option::after {
    position: absolute;
    inset: -1px;
    border: 2px solid transparent;
    border-radius: inherit;
    content: '';
    pointer-events: none;
    transition: border-color var(--_twik-duration);
  }
  [aria-checked='true']::after {
    border-color: var(--_twik-accent);
  }
  .card {
    display: flex;
    align-items: center;
    gap: calc(var(--_twik-space) * 1.5);
    min-height: 42px;
    height: 100%;
    padding: calc(var(--_twik-space) * 1.25) calc(var(--_twik-space) * 1.75);
  }
  .card .words {
    display: grid;
    flex: 1;
    gap: 1px;
    min-width: 0;
  }
  .label {
    font-weight: 500;
    line-height: 1.35;
    overflow-wrap: break-word;
  }
  .about,
  .difference {
    color: var(--_twik-text-muted);
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .difference {
    font-variant-numeric: tabular-nums;
  }
  .rows .card .words {
    align-items: baseline;
    grid-template-columns: 1fr auto;
    column-gap: calc(var(--_twik-space) * 1.5);
  }
  .rows .about {
    grid-column: 1;
  }
  .rows .difference {
    grid-area: 1 / 2;
    line-height: calc(0.9375rem * 1.35);
  }
  .card > .chip {
    flex: none;
    width: 28px;
    height: 28px;
  }
  .mark {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    border: 1.5px solid var(--_twik-border-strong);
  }
  .mark .check {
    position: absolute;
    inset: -1.5px;
  }
  .mark.square {
    border-radius: 5px;
  }
  .square .check {
    border-radius: 5px;
  }
  [aria-disabled='true'] .mark {
    border-color: transparent;
    color: var(--_twik-text-muted);
  }
  .bar {
    display: grid;
  }
  [aria-disabled='true'] {
    border-style: dashed;
    background: none;
    color: var(--_twik-text-muted);
  }
  .pictures .card {
    flex-direction: column;
    align-items: stretch;
    gap: 0;
    padding: 0;
  }
  .pictures .card .words {
    padding: var(--_twik-space) calc(var(--_twik-space) * 1.25) calc(var(--_twik-space) * 1.25);
  }
  .image {
    width: 100%;
    aspect-ratio: 4 / 3;
    background: var(--_twik-surface-raised);
    object-fit: cover;
  }
  .pictures .mark {
    position: absolute;
    inset-block-start: var(--_twik-space);
    inset-inline-end: var(--_twik-space);
    background: var(--_twik-surface);
  }
  [aria-disabled='true'] .image {
    filter: grayscale(1);
    opacity: 0.55;
  }
  @media (forced-colors: active) {
    .option::after {
      forced-color-adjust: none;
    }
    [aria-disabled='true'],
    [aria-disabled='true'] .mark,
    [aria-disabled='true'] .words * {
      color: GrayText;
    }
    [aria-disabled='true'] .mark {
      border-color: Canvas;
    }
  }
`;
