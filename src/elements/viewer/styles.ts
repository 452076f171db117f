import {css} from 'lit';

export const viewerStyles = css`
  :host {
    position: relative;
    min-block-size: 120px;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    background: var(--twik-viewer-background, transparent);
  }
  canvas,
  img,
  .words {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  canvas {
    display: block;
  }
  canvas.turns {
    cursor: grab;
  }
  canvas.turns:active {
    cursor: grabbing;
  }
  canvas:focus-visible {
    outline-offset: -2px;
  }
  canvas.blank {
    visibility: hidden;
  }
  img {
    object-fit: contain;
    pointer-events: none;
  }
  progress {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    inline-size: 100%;
    block-size: 2px;
    border: 0;
    appearance: none;
    background: transparent;
    color: var(--twik-viewer-progress-color, var(--_twik-accent));
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: currentColor;
    transition: inline-size 200ms ease-out;
  }
  progress::-moz-progress-bar {
    background: currentColor;
  }
  .words {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_twik-space);
    padding: calc(var(--_twik-space) * 3);
    text-align: center;
    text-wrap: balance;
  }
  .words p {
    max-inline-size: 48ch;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .words .cause {
    color: var(--_twik-text-muted);
    font-size: 0.8125em;
  }
  .words button {
    min-block-size: 44px;
    padding-inline: calc(var(--_twik-space) * 2);
    border: 1px solid var(--_twik-border-strong);
    border-radius: var(--_twik-radius);
    background: transparent;
  }
  .words.over {
    background: color-mix(in srgb, var(--_twik-surface) 82%, transparent);
  }
`;
