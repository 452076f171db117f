import type {Stage} from '../stage.js';
import {adoptSheet} from './adopt-sheet.js';
import {drawHand} from './draw-hand.js';

// Three times and then still: what moves for longer must have a way to stop it. `.blank` is the canvas's class before
// the picture is to be seen.
const styles = `
[part='prompt'] {
  position: absolute; inset: auto 0 14%; display: flex; justify-content: center;
  pointer-events: none; user-select: none;
}
.blank ~ [part='prompt'] {visibility: hidden}
@media (prefers-reduced-motion: no-preference) {
  [part='prompt'] {animation: twik-prompt-sway 1.5s ease-in-out 3}
}
@keyframes twik-prompt-sway {
  25% {transform: translateX(-28px) rotate(-7deg)}
  75% {transform: translateX(28px) rotate(7deg)}
}
`;

export interface InteractionPromptOptions {
  /** How long the picture has been there without anybody touching it, in milliseconds. Default 3000. */
  readonly delayMs?: number;
}

/**
 * Shows a hand over the picture when nobody has turned the product for a while and somebody could; it goes for good when
 * somebody does. In a shadow root the page may put its own into the slot `interaction-prompt`. Hidden from assistive
 * technology, which has the description of the canvas.
 */
export class InteractionPrompt {
  readonly #stage: Stage;
  readonly #root: ShadowRoot | HTMLElement;
  readonly #delayMs: number;
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #prompt: HTMLElement | null = null;

  /** @param root - Holds the canvas and is, or belongs to, a positioned box of its size. */
  constructor(stage: Stage, root: ShadowRoot | HTMLElement, {delayMs = 3000}: InteractionPromptOptions = {}) {
    this.#stage = stage;
    this.#root = root;
    this.#delayMs = delayMs;
    const {signal} = this.#abort;
    root.addEventListener('pointerdown', () => this.dispose(), {signal});
    for (const type of ['keydown', 'wheel']) {
      // Others only pass: a key that goes to the next control, a wheel that scrolls the page.
      root.addEventListener(type, (event) => event.defaultPrevented && this.dispose(), {signal, passive: true});
    }
    stage.drawn.add(this.#wait);
    if (stage.content) this.#wait();
  }

  /** Takes the hand away, for good. */
  dispose(): void {
    this.#abort.abort();
    this.#stage.drawn.delete(this.#wait);
    clearTimeout(this.#timer);
    this.#prompt?.remove();
    this.#prompt = null;
  }

  /** Begins to wait with a picture; begins again with a later one where there was nobody to show it to. */
  readonly #wait = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const {content, hasControls, isVisible} = this.#stage;
      if (content && hasControls && isVisible && !document.hidden) this.#show();
    }, this.#delayMs);
  };

  #show(): void {
    this.#stage.drawn.delete(this.#wait);
    const prompt = document.createElement('div');
    prompt.part.add('prompt');
    prompt.ariaHidden = 'true';
    const slot = document.createElement('slot');
    slot.name = 'interaction-prompt';
    slot.append(drawHand());
    prompt.append(slot);
    const tree = this.#root.getRootNode();
    if (tree instanceof Document || tree instanceof ShadowRoot) adoptSheet(tree, styles);
    this.#root.append(prompt);
    this.#prompt = prompt;
  }
}
