import {css} from 'lit';

export const configuratorStyles = css`
  :host {
    container-type: inline-size;
    min-inline-size: min(100%, 280px);
    background: var(--_twik-surface);
    --_stage-height: var(--twik-viewer-height, 45svh);
    --_gutter: calc(var(--_twik-space) * 2.5);
    /* Read by what scrolls something into view. */
    --_twik-covered-start: calc(var(--twik-sticky-top, 0px) + var(--_stage-height) + 16px);
    --_twik-covered-end: 136px;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stage {
    position: sticky;
    inset-block-start: var(--twik-sticky-top, 0px);
    z-index: 2;
    block-size: var(--_stage-height);
    background: var(--_twik-surface-raised);
  }
  twik-viewer,
  ::slotted([slot='viewer']) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .stage .tools {
    position: absolute;
    inset-block-start: calc(var(--_twik-space) / 2);
    inset-inline-end: calc(var(--_twik-space) / 2);
  }
  .panel {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    padding: calc(var(--_twik-space) * 3) var(--_gutter) 0;
  }
  .header {
    margin-block-end: calc(var(--_twik-space) * 2.5);
  }
  h2 {
    margin: 0;
    font-size: clamp(1.5rem, 1.25rem + 1cqi, 2rem);
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 1.15;
    text-wrap: balance;
  }
  .header p {
    max-inline-size: 60ch;
    margin: var(--_twik-space) 0 0;
    color: var(--_twik-text-muted);
    text-wrap: pretty;
  }
  .summary {
    border-block-end: 1px solid var(--_twik-border);
  }
  .summary > summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 60px;
    font-size: 1.0625rem;
    font-weight: 600;
    letter-spacing: -0.005em;
    cursor: pointer;
    list-style: none;
  }
  .summary > summary::-webkit-details-marker {
    display: none;
  }
  .summary > summary svg {
    margin-inline-end: 0;
    color: var(--_twik-text-muted);
    transition: rotate var(--_twik-duration);
  }
  .summary[open] > summary svg {
    rotate: 180deg;
  }
  .summary > twik-summary {
    margin-block-end: calc(var(--_twik-space) * 3);
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_twik-space) * 2);
    align-items: center;
    margin: calc(var(--_twik-space) * 4) calc(var(--_gutter) * -1) 0;
    padding: calc(var(--_twik-space) * 1.5) var(--_gutter);
    padding-block-end: max(calc(var(--_twik-space) * 1.5), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_twik-border);
    background: var(--_twik-surface);
    --_twik-price-inset: var(--_gutter);
  }
  .notice {
    display: flex;
    gap: var(--_twik-space);
    align-items: start;
    justify-content: space-between;
    margin-block-end: calc(var(--_twik-space) * 2);
    padding-inline-start: calc(var(--_twik-space) * 2);
    border-radius: var(--_twik-radius);
    background: var(--_twik-surface-raised);
    font-size: 0.875rem;
  }
  .notice > div {
    padding-block: 12px;
  }
  .notice p {
    margin: 0;
  }
  .notice ul {
    margin: 4px 0 0;
    padding-inline-start: 1.25em;
  }
  .failure {
    max-inline-size: 56ch;
    margin-inline: auto;
    padding: calc(var(--_twik-space) * 6) var(--_gutter);
    text-align: center;
  }
  .failure p {
    margin: 0 0 calc(var(--_twik-space) * 1.5);
    text-wrap: balance;
  }
  .failure .title {
    margin-block-end: calc(var(--_twik-space) / 2);
    font-size: 1.25rem;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .failure .detail {
    margin: calc(var(--_twik-space) * 3) 0 0;
    color: var(--_twik-text-muted);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .loading {
    margin: 0;
    color: var(--_twik-text-muted);
  }
  .skeleton {
    display: grid;
    gap: calc(var(--_twik-space) * 2);
    margin-block: calc(var(--_twik-space) * 3);
  }
  .skeleton i {
    block-size: 56px;
    border-radius: var(--_twik-radius);
    background: var(--_twik-surface-raised);
    animation: pulse 1.6s ease-in-out infinite alternate;
  }
  @keyframes pulse {
    to {
      opacity: 0.5;
    }
  }
  .bare .panel {
    inline-size: 100%;
    max-inline-size: 640px;
    margin-inline: auto;
  }
  @container (min-width: 860px) {
    :host(:not([layout='stacked'])) .frame:not(.bare) {
      grid-template-columns: minmax(0, 1fr) clamp(368px, 36cqi, 500px);
      align-items: start;
    }
    :host(:not([layout='stacked'])) .stage {
      --_stage-height: var(--twik-viewer-height, clamp(440px, calc(100svh - var(--twik-sticky-top, 0px)), 1080px));
    }
    :host(:not([layout='stacked'])) .panel {
      --_twik-covered-start: calc(var(--twik-sticky-top, 0px) + 16px);
      --_gutter: calc(var(--_twik-space) * 5);
      min-block-size: var(--twik-viewer-height, clamp(440px, calc(100svh - var(--twik-sticky-top, 0px)), 1080px));
      padding-block-start: calc(var(--_twik-space) * 5);
    }
    :host(:not([layout='stacked'])) .bar {
      margin-block-start: auto;
    }
    :host(:not([layout='stacked'])) .tools {
      inset: calc(var(--_twik-space) * 1.5);
      inset-block-end: auto;
      inset-inline-start: auto;
    }
  }
`;
