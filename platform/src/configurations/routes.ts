import {randomBytes} from 'node:crypto';
import {configurationFrom, TwikError} from '@twik/sdk/core';
import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {requireKey, type ApiKey, type Authenticated} from '../http/keys.js';
import type {ProductCatalogue} from '../products/product-catalogue.js';
import {readSerialConfiguration} from './read-serial.js';
import type {ConfigurationRepository, SavedConfiguration} from './saved-configuration.js';

/** What the routes need. */
export interface ConfigurationRoutesOptions {
  readonly configurations: ConfigurationRepository;
  readonly products: ProductCatalogue;
  readonly keys: readonly ApiKey[];
  readonly now: () => Date;
}

const maxBodyBytes = 1_000_000;

/** `POST /` saves a configuration, `GET /:id` gives it back. */
export function configurationRoutes({
  configurations,
  products,
  keys,
  now,
}: ConfigurationRoutesOptions): Hono<Authenticated> {
  const routes = new Hono<Authenticated>();
  routes.use('*', requireKey(keys, 'configurations:write'));

  routes.post(
    '/',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new TwikError('body-too-large', `A configuration may have up to ${maxBodyBytes} bytes.`);
      },
    }),
    async (context) => {
      const serial = readSerialConfiguration(await context.req.text());
      const product = await products.find(serial.product);
      if (!product) {
        throw new TwikError('product-unknown', `There is no product "${serial.product}" here.`, {path: '/product'});
      }
      // Values are the only thing taken from the page; price and parts are worked out here.
      const configuration = configurationFrom(product, serial);
      const price = configuration.price();
      if (price instanceof TwikError) throw price;
      const saved: SavedConfiguration = {
        id: randomBytes(16).toString('base64url'),
        savedAt: now().toISOString(),
        configuration: configuration.serialize(),
        price,
        bom: configuration.bom(),
      };
      await configurations.insert(context.get('scope'), saved);
      context.header('Location', `/v1/configurations/${saved.id}`);
      return context.json(saved, 201);
    },
  );

  routes.get('/:id', async (context) => {
    const id = context.req.param('id');
    const saved = await configurations.find(context.get('scope'), id);
    if (!saved) throw new TwikError('configuration-unknown', `There is no configuration "${id.slice(0, 64)}".`);
    return context.json(saved);
  });
  return routes;
}
