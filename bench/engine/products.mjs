// The demo products as a shopper meets them: what a request takes together with all valid domains after it.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {summarize} from './statistics.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const load = (file) => import(pathToFileURL(path.join(root, 'dist/esm', file)).href);

/** Requests for each product. */
const requests = 400;
/** After so many requests a new configuration is begun. */
const length = 25;

/** A generator of numbers below a limit, the same for the same seed. */
function randomFrom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** The values of a parameter that an interface asks about one by one. */
function valuesOf(parameter, current) {
  switch (parameter.kind) {
    case 'choice':
      return parameter.options.map(({id}) => id);
    case 'boolean':
      return [true, false];
    case 'choices': {
      const picked = Array.isArray(current) ? current : [];
      return parameter.options.map(({id}) =>
        picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id],
      );
    }
    default:
      return [];
  }
}

/** Asks about every value, as controls do when they are shown. @returns A value that can be picked, for some parameters. */
function askAll(configuration) {
  const possible = [];
  for (const {id} of configuration.product.parameters) {
    const {parameter, value, isActive} = configuration.parameter(id);
    if (!isActive) continue;
    for (const each of valuesOf(parameter, value)) {
      if (configuration.isPossible(id, each)) possible.push([id, each]);
    }
    const bounds = configuration.bounds(id);
    if (bounds) possible.push([id, bounds.min], [id, bounds.max]);
  }
  return possible;
}

/** Times of requests with all domains, in milliseconds, and of loading: parsing, the first state, the first domains. */
export async function measureProduct(file) {
  const [{createConfiguration}, {parseProduct}] = await Promise.all([
    load('core/index.js'),
    load('core/product/index.js'),
  ]);
  const product = parseProduct(await readFile(file, 'utf8'));
  const begin = performance.now();
  let configuration = createConfiguration(product);
  let possible = askAll(configuration);
  const loadMs = performance.now() - begin;
  const random = randomFrom(7);
  const times = [];
  for (let turn = 1; turn <= requests; turn++) {
    if (turn % length === 0) {
      configuration = createConfiguration(product);
      possible = askAll(configuration);
    }
    const [parameter, value] = possible[random(possible.length)];
    const start = performance.now();
    const {kind} = configuration.request({kind: 'set', parameter, value});
    possible = askAll(configuration);
    times.push(performance.now() - start);
    if (kind !== 'applied') throw new Error(`${parameter} = ${value} was said to be possible, but gave ${kind}.`);
  }
  return {loadMs, ...summarize(times)};
}

if (process.argv[1] === import.meta.filename) {
  for (const name of ['chair', 'shelf']) {
    const {loadMs, median, p95, max} = await measureProduct(path.join(root, `demo/products/${name}/product.json`));
    const [load, ...rest] = [loadMs, median, p95, max].map((ms) => ms.toFixed(2));
    console.log(`${name}: load ${load} ms, request with all domains ${rest[0]} median, ${rest[1]} p95, ${rest[2]} max`);
  }
}
