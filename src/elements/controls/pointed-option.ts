import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A host whose options carry `data-option` and whose reason is a `[role=tooltip]` in the same positioned box. */
type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** The options that are pointed at, by each means. */
interface Pointers {
  readonly held: string | null;
  readonly hovered: string | null;
  readonly walkedTo: string | null;
}

const nowhere: Pointers = {held: null, hovered: null, walkedTo: null};

/**
 * Knows which option somebody points at or has walked to by keyboard, and keeps the tooltip beneath that option. The
 * tooltip can be hovered itself and goes away by Escape.
 */
export class PointedOption implements ReactiveController {
  readonly #host: Host;
  #pointers = nowhere;
  #focused: string | null = null;
  #isDismissed = false;
  #isPressed = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The `data-option` of the option that wants its reason told, or `null`. */
  get current(): string | null {
    return this.#isDismissed ? null : this.#wanted;
  }

  /** The option that has the focus, by whatever means. */
  get focused(): string | null {
    return this.#focused;
  }

  /** Points at an option as long as it is held by finger, mouse or key; `null` lets go. */
  hold(key: string | null): void {
    this.#point({held: key});
  }

  hostConnected(): void {
    const {renderRoot} = this.#host;
    for (const [type, listener] of this.#listeners) renderRoot.addEventListener(type, listener);
  }

  hostDisconnected(): void {
    const {renderRoot} = this.#host;
    for (const [type, listener] of this.#listeners) renderRoot.removeEventListener(type, listener);
    this.#pointers = nowhere;
    this.#focused = null;
  }

  hostUpdated(): void {
    const tooltip = this.#host.renderRoot.querySelector<HTMLElement>('[role=tooltip]:not([hidden])');
    const option = this.current === null ? null : this.#optionElement(this.current);
    const box = tooltip?.offsetParent;
    if (!tooltip || !option || !box) return;
    const frame = box.getBoundingClientRect();
    const target = option.getBoundingClientRect();
    const center = target.left + target.width / 2 - frame.left;
    const left = Math.max(0, Math.min(center - tooltip.offsetWidth / 2, frame.width - tooltip.offsetWidth));
    tooltip.style.setProperty('left', `${left}px`);
    tooltip.style.setProperty('top', `${target.bottom - frame.top}px`);
    tooltip.style.setProperty('--_arrow', `${center - left}px`);
  }

  #optionElement(key: string): HTMLElement | null {
    for (const element of this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-option]')) {
      if (element.dataset['option'] === key) return element;
    }
    return null;
  }

  get #wanted(): string | null {
    const {held, hovered, walkedTo} = this.#pointers;
    return held ?? hovered ?? walkedTo;
  }

  #point(change: Partial<Pointers>): void {
    const before = this.#wanted;
    this.#pointers = {...this.#pointers, ...change};
    if (this.#wanted === before) return;
    this.#isDismissed = false;
    this.#host.requestUpdate();
  }

  readonly #onPointerOver = (event: Event): void => {
    // A finger does not hover: its tap asks for the value, and the answer says why not.
    if (!(event instanceof PointerEvent) || event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    if (event.target.closest('[role=tooltip]')) return;
    this.#point({hovered: optionOf(event.target)});
  };

  readonly #onPointerOut = (event: Event): void => {
    if (!(event instanceof PointerEvent)) return;
    // Moves inside are told by the next pointerover; only leaving the host has none.
    const isInside = event.relatedTarget instanceof Node && this.#host.renderRoot.contains(event.relatedTarget);
    if (!isInside) this.#point({hovered: null});
  };

  readonly #onFocusIn = ({target}: Event): void => {
    if (!(target instanceof Element)) return;
    this.#focused = optionOf(target);
    // Who presses an option asks for it and gets an answer; who walks to it by keyboard wants to know about it first.
    this.#point({walkedTo: this.#isPressed ? null : this.#focused});
  };

  readonly #onFocusOut = (): void => {
    this.#focused = null;
    this.#point({walkedTo: null});
  };

  readonly #onKeyDown = (event: Event): void => {
    // The pointer may have been let go elsewhere.
    this.#isPressed = false;
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || this.current === null) return;
    if (!this.#host.renderRoot.querySelector('[role=tooltip]:not([hidden])')) return;
    // Escape ends the tooltip only, not a dialog around it.
    event.preventDefault();
    event.stopPropagation();
    this.#isDismissed = true;
    this.#host.requestUpdate();
  };

  readonly #listeners: readonly (readonly [type: string, listener: (event: Event) => void])[] = [
    ['pointerdown', () => (this.#isPressed = true)],
    ['pointerup', () => (this.#isPressed = false)],
    ['pointerover', this.#onPointerOver],
    ['pointerout', this.#onPointerOut],
    ['focusin', this.#onFocusIn],
    ['focusout', this.#onFocusOut],
    ['keydown', this.#onKeyDown],
  ];
}

function optionOf(element: Element): string | null {
  return element.closest<HTMLElement>('[data-option]')?.dataset['option'] ?? null;
}
