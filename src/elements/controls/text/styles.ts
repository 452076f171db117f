import {css} from 'lit';

/** What the field of `<twik-text>` has beyond other fields: several lines, and the count of characters. */
export const textFieldStyles = css`
  textarea.field {
    min-height: 92px;
    resize: vertical;
  }
  .count {
    margin: 0;
    padding-block-start: calc(var(--_twik-space) * 0.5);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .count.full {
    color: var(--_twik-danger);
  }
`;
