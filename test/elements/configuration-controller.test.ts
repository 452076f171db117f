import {expect, fixture, html} from '@open-wc/testing';
import {property} from 'lit/decorators.js';
import {createConfiguration} from '../../src/core/configuration/create-configuration.js';
import type {Configuration} from '../../src/core/configuration/configuration.js';
import {parseProduct} from '../../src/core/product/parse-product.js';
import {ConfigurationController} from '../../src/elements/configuration-controller.js';
import {defineElements} from '../../src/elements/define-elements.js';
import {TwikElement} from '../../src/elements/twik-element.js';
import {openConfigurator} from '../support/configurator.js';
import {block, shelf} from '../support/products.js';

/** Writes down what its controller tells it. */
class Follower extends TwikElement {
  @property() for = '';
  @property({attribute: false}) configuration: Configuration | null = null;
  readonly connections: (string | null)[] = [];
  readonly changes: string[] = [];
  readonly controller = new ConfigurationController(this, {
    onConnect: (configuration) => this.connections.push(configuration?.product.id ?? null),
    onChange: ({changed}) => this.changes.push(changed.map(({path}) => path).join(' ')),
  });

  override render(): string {
    return JSON.stringify(this.controller.configuration?.serialize().values);
  }
}

defineElements({'test-follower': Follower});

const walnut = {kind: 'set', parameter: 'finish', value: 'walnut'} as const;
const white = {kind: 'set', parameter: 'finish', value: 'white'} as const;
const follow = (attributes: {for?: string} = {}) =>
  fixture<Follower>(html`<test-follower for=${attributes.for ?? ''}></test-follower>`);

describe('ConfigurationController', () => {
  it('finds the configurator around its element, through shadow roots', async () => {
    const configurator = await openConfigurator(shelf);
    const host = document.createElement('div');
    const follower = new Follower();
    host.attachShadow({mode: 'closed'}).append(follower);
    configurator.append(host);
    expect(follower.controller.configuration === configurator.configuration).to.equal(true);
    expect(follower.controller.owner === configurator).to.equal(true);
  });

  it('finds a configurator by id, also one that comes later', async () => {
    const follower = await follow({for: 'later'});
    expect(follower.controller.configuration === null).to.equal(true);
    const configurator = await openConfigurator(shelf, {id: 'later'});
    expect(follower.controller.configuration === configurator.configuration).to.equal(true);
    expect(follower.connections).to.deep.equal(['test-shelf']);
  });

  it('follows an id that moves to another configurator', async () => {
    const [first, second] = [await openConfigurator(shelf, {id: 'main'}), await openConfigurator(block, {id: 'other'})];
    const follower = await follow({for: 'main'});
    first.id = 'gone';
    expect(follower.controller.configuration === null).to.equal(true);
    second.id = 'main';
    expect(follower.connections).to.deep.equal(['test-shelf', null, 'test-block']);
  });

  it('prefers the configuration it is given', async () => {
    const configurator = await openConfigurator(shelf);
    const own = createConfiguration(parseProduct(shelf));
    const follower = new Follower();
    configurator.append(follower);
    follower.configuration = own;
    await follower.updateComplete;
    expect(follower.controller.configuration === own).to.equal(true);
    expect(follower.controller.owner === null).to.equal(true);
    follower.configuration = null;
    await follower.updateComplete;
    expect(follower.controller.configuration === configurator.configuration).to.equal(true);
  });

  it('updates its element with every change and tells it what changed', async () => {
    const configurator = await openConfigurator(shelf, {id: 'shelf'});
    const follower = await follow({for: 'shelf'});
    configurator.request(walnut);
    await follower.updateComplete;
    expect(follower.shadowRoot?.textContent).to.contain('walnut');
    expect(follower.changes).to.deep.equal(['finish']);
  });

  it('follows the configurator to another product', async () => {
    const configurator = await openConfigurator(shelf, {id: 'shelf'});
    const follower = await follow({for: 'shelf'});
    configurator.product = block;
    await configurator.updateComplete;
    await configurator.ready;
    expect(follower.connections).to.deep.equal(['test-shelf', null, 'test-block']);
  });

  it('hears nothing while its element is out of the page, and nothing twice when it was moved', async () => {
    const configurator = await openConfigurator(shelf, {id: 'shelf'});
    const follower = await follow({for: 'shelf'});
    const parent = follower.parentElement;
    parent?.append(follower);
    configurator.request(walnut);
    expect(follower.changes).to.have.lengthOf(1);
    expect(follower.connections).to.have.lengthOf(1);
    follower.remove();
    configurator.request(white);
    expect(follower.changes).to.have.lengthOf(1);
  });

  it('connects anew when something was changed while its element was away', async () => {
    const configurator = await openConfigurator(shelf, {id: 'shelf'});
    const follower = await follow({for: 'shelf'});
    const parent = follower.parentElement;
    follower.remove();
    configurator.request(walnut);
    parent?.append(follower);
    await follower.updateComplete;
    expect(follower.connections).to.deep.equal(['test-shelf', 'test-shelf']);
    expect(follower.shadowRoot?.textContent).to.contain('walnut');
  });

  it('goes with its element from one configurator to another', async () => {
    const [first, second] = [await openConfigurator(shelf), await openConfigurator(block)];
    const follower = new Follower();
    first.append(follower);
    second.append(follower);
    first.request(walnut);
    expect(follower.connections).to.deep.equal(['test-shelf', 'test-block']);
    expect(follower.changes).to.deep.equal([]);
  });
});
