import type {ReactiveController} from 'lit';
import type {TwikElement} from '../twik-element.js';

/** Ctrl or Cmd with Z, Shift+Z and Y, anywhere in an element but where text is written. */
export class Shortcuts implements ReactiveController {
  readonly #host: TwikElement;
  readonly #onAction: (action: 'undo' | 'redo') => void;

  constructor(host: TwikElement, onAction: (action: 'undo' | 'redo') => void) {
    this.#host = host;
    this.#onAction = onAction;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#press);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#press);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const action = event.defaultPrevented ? null : shortcutOf(event);
    if (!action) return;
    event.preventDefault();
    this.#onAction(action);
  };
}

function shortcutOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.altKey || event.ctrlKey === event.metaKey || writesText(event.composedPath()[0])) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

const withoutText = new Set(['button', 'checkbox', 'color', 'image', 'radio', 'range', 'reset', 'submit']);

/** Fields have an undo of their own. */
function writesText(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
