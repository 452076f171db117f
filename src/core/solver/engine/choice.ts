import type {Literal} from './literal.js';

/** One or more literals that hold together as long as a choice is in force. */
export interface Choice {
  readonly key: number;
  /** As they were given. */
  readonly outside: readonly Literal[];
  readonly literals: readonly number[];
  /** What `Witnesses.undo` takes to where this is the next choice to make. */
  readonly mark: number;
}
