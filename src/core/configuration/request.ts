import type {TwikError} from '../error.js';
import type {Value} from '../product/parameter.js';
import type {Text} from '../text/text.js';
import type {SerialConfiguration} from './serial.js';

/** Where a value comes from. */
export type Origin = 'user' | 'default' | 'rule' | 'restored';

/** What somebody asks of a configuration. Paths are parameter ids for now; `drawers/<key>/width` later. */
export type ConfigurationRequest =
  /** Picks a value; `release` gives up other picks in the same step. `null` picks "none" for an optional parameter. */
  | {readonly kind: 'set'; readonly parameter: string; readonly value: Value; readonly release?: readonly string[]}
  /** Takes a pick back, so that default or rules decide. */
  | {readonly kind: 'clear'; readonly parameter: string}
  /** Several of the above as one undo step; all or nothing. */
  | {readonly kind: 'batch'; readonly requests: readonly ConfigurationRequest[]}
  | {readonly kind: 'undo'}
  | {readonly kind: 'redo'}
  /** Takes every pick back. Can be undone. */
  | {readonly kind: 'reset'}
  /** Replaces all picks by those of a share code or a serial configuration. Can be undone. */
  | {readonly kind: 'restore'; readonly from: string | SerialConfiguration};

/** A rule or a limit that takes part in a conflict. */
export interface ExplanationRule {
  readonly id: string;
  /** With `{name}` places already filled. */
  readonly message: Text | null;
}

/** Why a value is barred. */
export interface Explanation {
  readonly parameter: string;
  readonly value: Value;
  readonly rules: readonly ExplanationRule[];
  /** The picks that stand against it, oldest first; taking any one back is enough for this explanation to fall. */
  readonly picks: readonly {readonly parameter: string; readonly value: Value}[];
}

/** A way out of a conflict. */
export interface Repair {
  /** The picks to give up, oldest first. */
  readonly release: readonly {readonly parameter: string; readonly value: Value}[];
  /** Every value that would change, forced follow-ups included. */
  readonly changes: readonly ValueChange[];
  /** Ask this to accept it. */
  readonly request: ConfigurationRequest;
}

/** A value that is not what it was. */
export interface ValueChange {
  readonly path: string;
  readonly from: Value;
  readonly to: Value;
  readonly origin: Origin | null;
}

export type RequestResult =
  | {readonly kind: 'applied'; readonly changed: readonly ValueChange[]}
  | {readonly kind: 'conflict'; readonly explanation: Explanation; readonly repairs: readonly Repair[]}
  | {readonly kind: 'refused'; readonly error: TwikError};
