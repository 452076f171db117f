import type {ConfiguredLine} from './configured-line.js';

/** What programs read of a line; each shop has its own way to keep it from people's eyes. */
export interface MachineFields {
  /** The id of the saved configuration. */
  readonly configuration: string;
  readonly hash: string;
  readonly product: string;
  readonly product_version: string;
  readonly url: string;
  readonly preview?: string;
  readonly offer?: string;
}

export function machineFieldsOf({configuration, id, url, preview, offer}: ConfiguredLine): MachineFields {
  return {
    configuration: id,
    hash: configuration.hash,
    product: configuration.product,
    product_version: configuration.productVersion,
    url,
    // A picture inside a cart's session would be carried along with each page.
    ...(preview && /^https?:/i.test(preview) ? {preview} : {}),
    ...(offer ? {offer} : {}),
  };
}

/** The same as names and values, such as `twik_offer`. */
export function machineEntriesOf(line: ConfiguredLine, prefix = 'twik_'): [name: string, value: string][] {
  return Object.entries(machineFieldsOf(line)).map(([name, value]: [string, string]) => [prefix + name, value]);
}
