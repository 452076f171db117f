/** One thing that is wrong, where it is, and what to do about it. */
export interface Issue {
  /** For programs, in kebab case, such as `option-unknown`. Stable between versions. */
  readonly code: string;
  /** For people: what is wrong, and the cure. */
  readonly message: string;
  /** JSON pointer (RFC 6901) into the product definition, or `''` when the whole is meant. */
  readonly path: string;
}

/** What a `TwikError` can carry beside its code and sentence. */
export interface TwikErrorOptions {
  /** JSON pointer (RFC 6901) of the place. Default `''`, the whole. */
  path?: string;
  /** Everything that was found wrong, when it is more than one thing. Default: the error itself. */
  issues?: readonly Issue[];
  /** What was caught, when the error stands for another. */
  cause?: unknown;
}

/** The only error Twik throws on purpose: a code for programs, a sentence for people, and the place. */
export class TwikError extends Error implements Issue {
  override readonly name = 'TwikError';
  readonly code: string;
  readonly path: string;
  /** All that is wrong, in document order; at least this error itself. */
  readonly issues: readonly Issue[];

  constructor(code: string, message: string, {path = '', issues, cause}: TwikErrorOptions = {}) {
    super(message, cause === undefined ? undefined : {cause});
    this.code = code;
    this.path = path;
    this.issues = issues ?? [{code, message, path}];
  }
}
