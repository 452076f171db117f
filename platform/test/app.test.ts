import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createConfiguration} from '@twik/sdk/core';
import {parseProduct} from '@twik/sdk/product';
import {createApp} from '../src/app.js';
import {memoryConfigurations} from '../src/configurations/memory-configurations.js';

const product = parseProduct({
  format: 1,
  id: 'stool',
  version: '1',
  defaultLocale: 'en',
  name: 'Stool',
  parameters: [
    {
      id: 'wood',
      kind: 'choice',
      options: [
        {id: 'oak', price: '20.00'},
        {id: 'pine', price: '0.00'},
      ],
      default: 'pine',
    },
    {id: 'height', kind: 'integer', unit: 'mm', min: 300, max: 500, step: 10, default: 400},
  ],
  price: {currency: 'EUR', taxIncluded: true, taxRate: '0.19', lines: [{id: 'base', label: 'Stool', amount: '80.00'}]},
  bom: {lines: [{id: 'legs', sku: 'LEG', quantity: '3', unit: 'pc'}]},
});

const app = createApp({
  version: 'test',
  configurations: memoryConfigurations(),
  products: {find: (id) => Promise.resolve(id === product.id ? product : null)},
  keys: [
    {key: 'mine', scope: {project: 'mine'}, permissions: ['configurations:write']},
    {key: 'theirs', scope: {project: 'theirs'}, permissions: ['configurations:write']},
    {key: 'reader', scope: {project: 'mine'}, permissions: ['products:read']},
  ],
  now: () => new Date(0),
});
const bearer = (key: string) => ({Authorization: `Bearer ${key}`});
const save = (body: unknown, key = 'mine') =>
  app.request('/v1/configurations', {
    method: 'POST',
    headers: bearer(key),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const oak = () => {
  const configuration = createConfiguration(product);
  configuration.request({kind: 'set', parameter: 'wood', value: 'oak'});
  return configuration.serialize();
};

test('health answers without a key', async () => {
  const response = await app.request('/health');
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), {status: 'ok', version: 'test'});
});

test('a configuration is saved with the price that the server works out, and comes back', async () => {
  const response = await save(oak());
  assert.equal(response.status, 201);
  const saved = await response.json();
  assert.match(saved.id, /^[\w-]{22}$/);
  assert.deepEqual(saved.price.total.gross, {amount: 10_000, currency: 'EUR'});
  assert.equal(saved.bom[0].quantity, '3');
  assert.equal(saved.configuration.hash, oak().hash);
  const again = await app.request(response.headers.get('Location') ?? '', {headers: bearer('mine')});
  assert.deepEqual(await again.json(), saved);
});

test('another project does not see it', async () => {
  const {id} = await (await save(oak())).json();
  const response = await app.request(`/v1/configurations/${id}`, {headers: bearer('theirs')});
  assert.equal(response.status, 404);
});

const refused: readonly (readonly [string, () => Response | Promise<Response>, number, string])[] = [
  ['no key', () => app.request('/v1/configurations', {method: 'POST', body: '{}'}), 401, 'key-missing'],
  ['an unknown key', () => save(oak(), 'other'), 401, 'key-unknown'],
  ['a key without the scope', () => save(oak(), 'reader'), 403, 'scope-missing'],
  ['a body that is not JSON', () => save('{'), 400, 'body-not-json'],
  ['a body of another format', () => save({...oak(), format: 2}), 400, 'body-invalid'],
  ['a value of no known type', () => save({...oak(), values: {wood: {}}}), 400, 'body-invalid'],
  ['an origin of no known name', () => save({...oak(), origins: {wood: 'me'}}), 400, 'body-invalid'],
  ['a product that is not there', () => save({...oak(), product: 'chair'}), 404, 'product-unknown'],
  ['a body beyond the limit', () => save('x'.repeat(1_000_001)), 413, 'body-too-large'],
  ['an address that is not there', () => app.request('/nowhere'), 404, 'not-found'],
];

for (const [what, ask, status, code] of refused) {
  test(`${what} is answered by a problem document`, async () => {
    const response = await ask();
    assert.equal(response.status, status);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
    const body = await response.json();
    assert.equal(body.code, code);
    assert.equal(body.status, status);
    assert.ok(body.title.length > 0);
  });
}
