import {encodeBase64url} from '../../core/configuration/base64url.js';
import {encodeUtf8} from '../../core/configuration/utf8.js';

/** The uid that Magento gives a choice, made of ids: `magentoUid('configurable', '93', '53')`. */
export function magentoUid(...ids: readonly string[]): string {
  const text = encodeBase64url(encodeUtf8(ids.join('/')))
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
