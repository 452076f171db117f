import {css} from 'lit';

export const actionStyles = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .icon + .primary {
    margin-inline-start: var(--_twik-space);
  }
  .primary {
    flex: 1 0 auto;
  }
  .link {
    display: block;
    margin-block-start: var(--_twik-space);
    font-size: 0.8125rem;
  }
  input {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    margin-block-start: 4px;
    padding-inline: 12px;
    border: 1px solid var(--_twik-border-strong);
    border-radius: var(--_twik-radius);
    background: var(--_twik-surface);
  }
`;
