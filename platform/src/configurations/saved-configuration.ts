import type {BomLine, Price, SerialConfiguration} from '@twik/sdk/core';

/** Whose data is meant: every call to a repository says it, and none reaches across. */
export interface Scope {
  readonly project: string;
}

/** A configuration as it was saved, with the price and bill of materials that the server worked out itself. */
export interface SavedConfiguration {
  /** 128 random bits as base64url. */
  readonly id: string;
  /** When it was saved, ISO 8601 in UTC. */
  readonly savedAt: string;
  readonly configuration: SerialConfiguration;
  readonly price: Price | null;
  readonly bom: readonly BomLine[];
}

/** Where saved configurations are kept. */
export interface ConfigurationRepository {
  insert(scope: Scope, saved: SavedConfiguration): Promise<void>;
  /** `null` when the project has none with this id. */
  find(scope: Scope, id: string): Promise<SavedConfiguration | null>;
}
