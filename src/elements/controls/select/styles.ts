import {css} from 'lit';

/** What a list to open has beyond other fields: the mark at its end. */
export const selectStyles = css`
  .field {
    padding-inline-end: calc(var(--_twik-space) * 5);
    text-overflow: ellipsis;
  }
  .box svg {
    position: absolute;
    inset-block-start: calc(50% - 10px);
    inset-inline-end: calc(var(--_twik-space) * 1.5);
    color: var(--_twik-text-muted);
    pointer-events: none;
  }
  option,
  optgroup {
    background: var(--_twik-surface);
    color: var(--_twik-text);
  }
`;
