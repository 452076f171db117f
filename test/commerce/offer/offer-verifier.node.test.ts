import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createOfferVerifier} from '../../../src/commerce/offer/offer-verifier.js';
import {signOffer} from '../../../src/commerce/offer/sign-offer.js';
import {expected, keyOf, now, privateKeySet, terms} from '../support/offers.js';

const {subtle} = globalThis.crypto;
const signed = (id: string): Promise<string> => signOffer(terms, {key: keyOf(id), subtle});

/** A signer whose key set grows, and a clock that is set by hand. */
function stage() {
  const scene = {time: now, loads: 0, kids: ['ed'], isDown: false};
  const verify = createOfferVerifier({
    subtle,
    now: () => scene.time,
    loadKeys: () => {
      scene.loads++;
      if (scene.isDown) return Promise.reject(new Error('down'));
      return Promise.resolve({keys: privateKeySet.keys.filter(({kid}) => scene.kids.includes(kid))});
    },
  });
  const codeOf = async (token: string): Promise<string> => {
    const verdict = await verify(token, expected);
    return verdict.kind === 'accepted' ? 'accepted' : verdict.error.code;
  };
  return {scene, codeOf};
}

describe('A verifier that runs for long', () => {
  it('loads the keys once', async () => {
    const {scene, codeOf} = stage();
    assert.deepEqual(await Promise.all([codeOf(await signed('ed')), codeOf(await signed('ed'))]), [
      'accepted',
      'accepted',
    ]);
    assert.equal(scene.loads, 1);
  });

  it('gets to know a new key when it meets it, and forgets the old one', async () => {
    const {scene, codeOf} = stage();
    await codeOf(await signed('ed'));
    scene.kids = ['ec'];
    scene.time += 61;
    const token = await signed('ec');
    assert.deepEqual(await Promise.all([codeOf(token), codeOf(token)]), ['accepted', 'accepted']);
    assert.equal(scene.loads, 2);
    assert.equal(await codeOf(await signed('ed')), 'offer-key-unknown');
  });

  it('does not load for every made-up key', async () => {
    const {scene, codeOf} = stage();
    for (let round = 0; round < 5; round++) assert.equal(await codeOf(await signed('mac')), 'offer-key-unknown');
    assert.equal(scene.loads, 1);
    scene.time += 61;
    for (let round = 0; round < 5; round++) await codeOf(await signed('mac'));
    assert.equal(scene.loads, 2);
  });

  it('goes on with what it has while the signer is down', async () => {
    const {scene, codeOf} = stage();
    await codeOf(await signed('ed'));
    scene.isDown = true;
    scene.time += 61;
    await assert.rejects(codeOf(await signed('mac')), /down/);
    assert.equal(await codeOf(await signed('ed')), 'accepted');
  });

  it('tries again when the first load fails', async () => {
    const {scene, codeOf} = stage();
    scene.isDown = true;
    await assert.rejects(codeOf(await signed('ed')), /down/);
    scene.isDown = false;
    assert.equal(await codeOf(await signed('ed')), 'accepted');
  });
});
