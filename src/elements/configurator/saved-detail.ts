import type {Configuration} from '../../core/configuration/configuration.js';
import type {SavedDetail} from '../events.js';
import {priceOf} from './report-changes.js';
import {linkTo} from './share-link.js';

/** All that a cart needs of a configuration as it stands now, without a server; the picture is missing yet. */
export function savedDetail(configuration: Configuration, source: string): Omit<SavedDetail, 'preview'> {
  const serial = configuration.serialize();
  return {
    id: serial.hash.slice(0, 12),
    url: linkTo(location.href, configuration.shareCode()),
    configuration: serial,
    price: priceOf(configuration),
    bom: configuration.bom(),
    source,
  };
}
