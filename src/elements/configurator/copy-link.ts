import type {Configuration} from '../../core/configuration/configuration.js';
import type {SharedLink} from '../owners.js';
import {linkTo} from './share-link.js';

/** Puts a link to this page that opens a configuration again on the clipboard. */
export async function copyLink(configuration: Configuration): Promise<SharedLink & {readonly cause?: unknown}> {
  const url = linkTo(location.href, configuration.shareCode());
  try {
    await navigator.clipboard.writeText(url);
    return {url, isCopied: true};
  } catch (cause) {
    // Frames and pages without https may not write to the clipboard; the link is good all the same.
    return {url, isCopied: false, cause};
  }
}
