import {expect} from '@open-wc/testing';
import {signOffer} from '../../../src/commerce/offer/sign-offer.js';
import {verifyOffer} from '../../../src/commerce/offer/verify-offer.js';
import {expected, keyOf, now, publicKeys, terms} from '../support/offers.js';

const {subtle} = crypto;

/** An offer that Node signed by EdDSA. */
const signedElsewhere =
  'eyJhbGciOiJFZERTQSIsImtpZCI6ImVkIiwidHlwIjoidHdpay1vZmZlciJ9.eyJhdWRpZW5jZSI6IndhbG51dC5leGFtcGxlIiwiY29uZmlnd' +
  'XJhdGlvbkhhc2giOiI5Zjg2ZDA4MTg4NGM3ZDY1OWEyZmVhYTBjNTVhZDAxNWEzYmY0ZjFiMmIwYjgyMmNkMTVkNmMxNWIwZjAwYTA4IiwiY29' +
  'uZmlndXJhdGlvbklkIjoiY2ZnXzhLZDIiLCJleHBpcmVzQXQiOjE3OTAwMDM2MDAsImlzc3VlZEF0IjoxNzg5OTk5NDAwLCJrZXlJZCI6ImVkI' +
  'iwicHJvZHVjdCI6Im1vZHVsYXItc2hlbGYiLCJwcm9kdWN0VmVyc2lvbiI6IjIwMjYuMiIsInF1YW50aXR5RnJvbSI6MiwicXVhbnRpdHlUbyI' +
  '6OSwidW5pdFByaWNlIjp7ImFtb3VudCI6MTI5MDAsImN1cnJlbmN5IjoiRVVSIn0sInYiOjEsInZhcmlhbnQiOiIzNjExMDE3NTYzMzU3MyJ9.' +
  'yUxsUEvtUIBZ6N0aqp9uvM9htbl70DT8yUzHeBGdUt_cdgmIuaZeiry4yDCLln0X28a4yGngEzBzFfQ3Zh7ZAw';

/** Whether this engine knows Ed25519; some do not yet. */
async function knowsEd25519(): Promise<boolean> {
  const [key] = publicKeys;
  if (!key || key.algorithm !== 'EdDSA') return false;
  return subtle.importKey('jwk', {...key.jwk}, {name: 'Ed25519'}, false, ['verify']).then(
    () => true,
    () => false,
  );
}

describe('Offers in a browser', () => {
  for (const id of ['ec', 'mac']) {
    it(`are signed and checked with the key "${id}"`, async () => {
      const token = await signOffer(terms, {key: keyOf(id), subtle});
      const verdict = await verifyOffer(token, {keys: publicKeys, subtle, expected, now});
      expect(verdict).to.deep.equal({kind: 'accepted', offer: {...terms, v: 1, keyId: id}});
    });
  }

  it('by EdDSA are checked where the engine can, and refused in words where it cannot', async () => {
    const verdict = await verifyOffer(signedElsewhere, {keys: publicKeys, subtle, expected, now});
    if (await knowsEd25519()) expect(verdict.kind).to.equal('accepted');
    else expect(verdict.kind === 'refused' && verdict.error.code).to.equal('offer-unverifiable');
  });
});
