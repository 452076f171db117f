import {css} from 'lit';

/** The picker, shaped like a field, and the field for the code beside it. */
export const freeColorStyles = css`
  .free {
    display: flex;
    align-items: center;
    gap: calc(var(--_twik-space) * 1.5);
    padding-block-start: calc(var(--_twik-space) * 1.5);
  }
  .picker {
    position: relative;
    flex: 1;
    min-width: 0;
    min-height: 46px;
    display: flex;
    align-items: center;
    gap: calc(var(--_twik-space) * 1.25);
    padding: 0 calc(var(--_twik-space) * 1.25);
    border: 1px solid var(--_twik-border-strong);
    border-radius: var(--_twik-radius);
    line-height: 1.3;
    transition: border-color var(--_twik-duration);
  }
  @media (hover: hover) {
    .picker:hover {
      border-color: var(--_twik-text);
    }
  }
  .picker .chip {
    flex: none;
    width: 28px;
    height: 28px;
  }
  .picker.chosen {
    border-color: var(--_twik-accent);
    box-shadow: inset 0 0 0 1px var(--_twik-accent);
  }
  .picker input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 0;
    opacity: 0;
    cursor: pointer;
  }
  .picker:focus-within {
    outline: 2px solid var(--_twik-focus);
    outline-offset: 2px;
  }
  .field {
    flex: none;
    width: 11ch;
    font-variant-numeric: tabular-nums;
  }
  .wheel {
    background: conic-gradient(#e5484d, #e9b13b, #58a65c, #3f9ec4, #6b63d9, #d457a8, #e5484d);
  }
`;
