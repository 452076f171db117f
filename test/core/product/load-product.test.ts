import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {loadProduct} from '../../../src/core/product/load-product.js';
import {desk} from '../../support/desk.js';

const json = {'content-type': 'application/json'};

/** A `fetch` that always gives the same answer, and remembers what it was asked. */
function answering(body: BodyInit | null, init: ResponseInit, url = 'https://shop.test/products/desk.json') {
  const asked: {url: string; headers: Record<string, string>}[] = [];
  const fetch = async (address: string, {headers}: {headers: Record<string, string>}) => {
    asked.push({url: address, headers});
    const response = new Response(body, init);
    Object.defineProperty(response, 'url', {value: url});
    return response;
  };
  return {fetch, asked};
}

async function errorOf(promise: Promise<unknown>): Promise<TwikError> {
  const error = await promise.then(
    () => new Error('Nothing was thrown.'),
    (reason: unknown) => reason,
  );
  if (error instanceof TwikError) return error;
  throw error;
}

describe('loadProduct', () => {
  it('asks for JSON and takes the address it was answered from as base', async () => {
    const {fetch, asked} = answering(JSON.stringify(desk()), {headers: json}, 'https://cdn.test/v2/desk.json');
    const product = await loadProduct('/desk.json', {fetch});
    expect(product.id).to.equal('desk');
    expect(product.baseUrl).to.equal('https://cdn.test/v2/desk.json');
    expect(asked).to.deep.equal([{url: '/desk.json', headers: {accept: 'application/json'}}]);
  });

  it('takes a URL object, and keeps its address where the answer names none', async () => {
    const {fetch} = answering(JSON.stringify(desk()), {headers: json}, '');
    expect((await loadProduct(new URL('https://shop.test/a.json'), {fetch})).baseUrl).to.equal(
      'https://shop.test/a.json',
    );
    expect((await loadProduct('/a.json', {fetch})).baseUrl).to.equal('');
  });

  it('takes an object as the product itself, without fetching', async () => {
    const {fetch, asked} = answering(null, {status: 500});
    expect((await loadProduct(desk(), {fetch})).id).to.equal('desk');
    expect(asked).to.have.length(0);
  });

  for (const type of ['application/ld+json; charset=utf-8', 'text/plain', 'application/octet-stream', '']) {
    it(`reads an answer of type "${type}"`, async () => {
      const {fetch} = answering(new Blob([JSON.stringify(desk())]), {headers: type ? {'content-type': type} : {}});
      expect((await loadProduct('/desk.json', {fetch})).id).to.equal('desk');
    });
  }

  const failures: [title: string, body: string | null, init: ResponseInit, code: string, words: string][] = [
    ['404', 'no', {status: 404}, 'product-not-found', 'Check the address'],
    ['410', 'no', {status: 410}, 'product-not-found', 'Check the address'],
    ['500', 'no', {status: 500, headers: json}, 'product-unreachable', 'answered 500'],
    ['401', null, {status: 401}, 'product-unreachable', 'answered 401'],
    ['a page', '<p>', {headers: {'content-type': 'text/html; charset=utf-8'}}, 'product-not-json', 'is text/html, not'],
    ['a picture', 'x', {headers: {'content-type': 'image/png'}}, 'product-not-json', 'is image/png, not'],
    ['text that is no JSON', '{', {headers: json}, 'json-invalid', 'line 1, column 2'],
    ['a wrong product', '{}', {headers: json}, 'format-missing', 'Add "format"'],
  ];
  for (const [title, body, init, code, words] of failures) {
    it(`tells ${code} when the answer is ${title}`, async () => {
      const error = await errorOf(loadProduct('https://shop.test/desk.json', {fetch: answering(body, init).fetch}));
      expect(error.code).to.equal(code);
      expect(error.message).to.contain(words);
    });
  }

  it('refuses by the announced length before reading', async () => {
    const {fetch} = answering('{}', {headers: {...json, 'content-length': '1001'}});
    expect((await errorOf(loadProduct('/desk.json', {fetch, maxBytes: 1000}))).code).to.equal('product-too-large');
  });

  it('cuts off a body that grows past the limit without end', async () => {
    let pulled = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(100));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const {fetch} = answering(body, {headers: json});
    expect((await errorOf(loadProduct('/desk.json', {fetch, maxBytes: 1000}))).code).to.equal('product-too-large');
    expect(pulled).to.be.lessThan(20);
    expect(isCancelled).to.equal(true);
  });

  it('tells product-unreachable, with its cause, when the network fails', async () => {
    const cause = new TypeError('Failed to fetch');
    const error = await errorOf(loadProduct('/desk.json', {fetch: () => Promise.reject(cause)}));
    expect(error.code).to.equal('product-unreachable');
    expect(error.message).to.contain('CORS');
    expect(error.cause).to.equal(cause);
  });

  it('tells product-unreachable when the body breaks off', async () => {
    const body = new ReadableStream({start: (controller) => controller.error(new TypeError('reset'))});
    const {fetch} = answering(body, {headers: json});
    expect((await errorOf(loadProduct('/desk.json', {fetch}))).code).to.equal('product-unreachable');
  });

  it("passes an abort on as it is, by the page's own fetch", async () => {
    const controller = new AbortController();
    controller.abort();
    const reason = await loadProduct('http://127.0.0.1/nowhere.json', {fetch, signal: controller.signal}).catch(
      (error: unknown) => error,
    );
    expect(reason).to.be.an.instanceOf(DOMException).with.property('name', 'AbortError');
  });

  it("passes on the abort's own reason", async () => {
    const controller = new AbortController();
    const reason = new Error('The element went away.');
    controller.abort(reason);
    expect(
      await loadProduct('http://127.0.0.1/x', {fetch, signal: controller.signal}).catch((error: unknown) => error),
    ).to.equal(reason);
  });
});
