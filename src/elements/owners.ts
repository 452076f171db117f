import type {ConfigurationRequest, RequestResult} from '../core/configuration/request.js';
import type {Configuration, RequestOptions} from '../core/configuration/configuration.js';
import type {SavedDetail} from './events.js';
import {parentOf} from './nearest-locale.js';

/** A link that opens a configuration again. */
export interface SharedLink {
  readonly url: string;
  /** Whether the browser has put it on the clipboard. */
  readonly isCopied: boolean;
}

/** The element that owns a configuration: it alone writes to it and tells the page what happened. */
export interface ConfigurationOwner extends Element {
  /** `null` until its product is loaded. */
  readonly configuration: Configuration | null;
  request(request: ConfigurationRequest, options?: RequestOptions): RequestResult;
  undo(options?: {source?: string}): RequestResult;
  redo(options?: {source?: string}): RequestResult;
  reset(options?: {source?: string}): RequestResult;
  /** Copies a link to what is configured. @internal */
  copyLink(): Promise<SharedLink>;
  save(options?: {source?: string}): Promise<SavedDetail>;
  /** Brings the control of a parameter into view and focuses it. */
  focusParameter(path: string): void;
}

/** Somebody who wants to know which owner stands where. */
interface Follower {
  ownersChanged(): void;
}

const owners = new Set<ConfigurationOwner>();
const followers = new Set<Follower>();
const ownersByConfiguration = new WeakMap<Configuration, ConfigurationOwner>();

/** To be called by an owner when it enters the page, and when its id, locale or configuration has changed. */
export function announceOwner(owner: ConfigurationOwner): void {
  owners.add(owner);
  if (owner.configuration) ownersByConfiguration.set(owner.configuration, owner);
  for (const follower of [...followers]) follower.ownersChanged();
}

/** To be called by an owner when it leaves the page. */
export function withdrawOwner(owner: ConfigurationOwner): void {
  owners.delete(owner);
  for (const follower of [...followers]) follower.ownersChanged();
}

/** Returns what ends it. */
export function followOwners(follower: Follower): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

/** The owner with this id in the same document or shadow root. */
export function ownerById(element: Element, id: string): ConfigurationOwner | null {
  const root = element.getRootNode();
  for (const owner of owners) if (owner.id === id && owner.getRootNode() === root) return owner;
  return null;
}

/** The nearest owner above an element, through shadow roots. */
export function ownerAbove(element: Element): ConfigurationOwner | null {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    for (const owner of owners) if (owner === node) return owner;
  }
  return null;
}

/** The element that created a configuration, or `null` when a program did. */
export function ownerOf(configuration: Configuration): ConfigurationOwner | null {
  return ownersByConfiguration.get(configuration) ?? null;
}
