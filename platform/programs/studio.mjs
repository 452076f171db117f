// The page that takes pictures with the built viewer. See ../src/assets/browser/studio.ts.
import {createConfiguration, loadProduct} from '/twik/core.mjs';
import {Stage} from '/twik/viewer.mjs';

const canvas = document.createElement('canvas');
canvas.style.width = canvas.style.height = '256px';
document.body.append(canvas);

/** What the viewer told of while it worked: the first is thrown by who asked for the work. */
const errors = [];
const stage = new Stage({
  canvas,
  onEvent: (event) => {
    if (event.kind === 'error') errors.push(event.error);
  },
});
let configuration = null;

function throwFirst() {
  const [first] = errors.splice(0);
  if (first) throw first;
}

const radians = (degrees) => (degrees * Math.PI) / 180;

/** What may have to be chosen before a parameter is there at all. */
function waysTo(parameter) {
  const {parameters} = configuration.product;
  const {active} = parameters.find(({id}) => id === parameter);
  return parameters
    .filter(({id}) => active?.names.has(id))
    .flatMap(({id, kind, options = []}) =>
      kind === 'boolean' ? [[[id, true]], [[id, false]]] : options.map((option) => [[id, option.id]]),
    );
}

/** Sets a value, and gives up for it what is so by default. */
function insist(parameter, value) {
  const result = configuration.request({kind: 'set', parameter, value});
  const repair = result.kind === 'conflict' ? result.repairs[0] : null;
  return (repair ? configuration.request(repair.request) : result).kind === 'applied';
}

const actions = {
  async showModel(src) {
    configuration = null;
    await stage.load([{id: 'model', src, load: 'start'}]);
    throwFirst();
  },

  async showProduct(address) {
    const product = await loadProduct(address, {fetch: (url, options) => fetch(url, options)});
    configuration = createConfiguration(product);
    const {models, views} = product.scene;
    await stage.load(models, {baseUrl: product.baseUrl, plan: configuration.plan(), views});
    throwFirst();
  },

  async choose(parameter, value) {
    const isChosen = [[], ...waysTo(parameter)].some((before) => {
      // Whatever was chosen for other pictures must not stand in the way.
      configuration.request({kind: 'reset'});
      return [...before, [parameter, value]].every(([id, wanted]) => insist(id, wanted));
    });
    if (!isChosen) return false;
    await stage.apply(configuration.plan());
    throwFirst();
    return true;
  },

  async picture({orbitDeg, ...options}) {
    if (orbitDeg) {
      const [azimuth, polar] = orbitDeg.map(radians);
      stage.camera = {...stage.camera, azimuth, polar};
    }
    const blob = await stage.snapshot(options);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  },
};

globalThis.studio = {
  /** Does one thing; a failure is an answer, too. */
  async run(action, values) {
    try {
      return JSON.stringify({value: await actions[action](...values)});
    } catch (error) {
      return JSON.stringify({code: error.code ?? 'picture-failed', message: error.message});
    }
  },
};
