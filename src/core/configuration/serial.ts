import type {Value} from '../product/parameter.js';
import type {Origin} from './request.js';

/** A configuration as plain JSON, for carts, servers and files. */
export interface SerialConfiguration {
  readonly format: 1;
  readonly product: string;
  readonly productVersion: string;
  /** The value of every parameter, the engine's completion included; `null` where inactive or open without a value. */
  readonly values: Readonly<Record<string, Value>>;
  /** Where each decided value comes from; open parameters have no entry. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Nothing required is open. */
  readonly complete: boolean;
  /** All rules hold. */
  readonly consistent: boolean;
  /** SHA-256, in lower-case hex, of the RFC 8785 form of `{product, productVersion, values}`. */
  readonly hash: string;
}
