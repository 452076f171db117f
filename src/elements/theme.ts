import {css} from 'lit';

/**
 * The design tokens. A page sets `--twik-…` anywhere above an element; sheets of the elements read `--_twik-…`, which is
 * the page's choice or else the default for the light or dark scheme in force. That scheme is the page's own
 * (`color-scheme`) until the `theme` of `<twik-configurator>` says otherwise.
 *
 * All text colours keep a contrast of 4.5:1 on both surfaces, strong borders and the focus ring 3:1.
 */
export const theme = css`
  :host {
    --_twik-text: var(--twik-color-text, light-dark(#1c1b1a, #f2f0ed));
    --_twik-text-muted: var(--twik-color-text-muted, light-dark(#65615c, #aaa59e));
    --_twik-surface: var(--twik-color-surface, light-dark(#ffffff, #191817));
    --_twik-surface-raised: var(--twik-color-surface-raised, light-dark(#f6f4f1, #242220));
    --_twik-border: var(--twik-color-border, light-dark(#e3dfd9, #3a3734));
    --_twik-border-strong: var(--twik-color-border-strong, light-dark(#8a857e, #7d7870));
    --_twik-accent: var(--twik-color-accent, light-dark(#1c1b1a, #f2f0ed));
    --_twik-on-accent: var(--twik-color-on-accent, light-dark(#ffffff, #191817));
    --_twik-danger: var(--twik-color-danger, light-dark(#a8281b, #ff9d8f));
    --_twik-warning: var(--twik-color-warning, light-dark(#7c5200, #eebc60));
    --_twik-success: var(--twik-color-success, light-dark(#1b6b3a, #7ed4a0));
    --_twik-focus: var(--twik-color-focus, light-dark(#1f5fd6, #8ab4ff));
    --_twik-shadow: var(
      --twik-shadow,
      0 1px 2px light-dark(rgb(0 0 0 / 0.06), rgb(0 0 0 / 0.4)),
      0 12px 32px light-dark(rgb(0 0 0 / 0.1), rgb(0 0 0 / 0.5))
    );
    /* Corners of buttons and fields; larger surfaces double it. */
    --_twik-radius: var(--twik-radius, 8px);
    /* The unit of all distances. */
    --_twik-space: var(--twik-space, 8px);
    --_twik-font: var(--twik-font, 400 0.9375rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_twik-duration: var(--twik-duration, 160ms);
  }
  @media (forced-colors: active) {
    :host {
      --_twik-text: CanvasText;
      --_twik-text-muted: CanvasText;
      --_twik-surface: Canvas;
      --_twik-surface-raised: Canvas;
      --_twik-border: CanvasText;
      --_twik-border-strong: CanvasText;
      --_twik-accent: Highlight;
      --_twik-on-accent: HighlightText;
      --_twik-danger: CanvasText;
      --_twik-warning: CanvasText;
      --_twik-success: CanvasText;
      --_twik-focus: Highlight;
      --_twik-shadow: none;
    }
  }
`;
