// Core and viewer behind somebody else's interface: a form, a canvas, and the price. No element of Twik is used.
import {createConfiguration, loadProduct, localize} from '/twik/core.mjs';
import {Stage} from '/twik/viewer.mjs';

const form = document.querySelector('form');
const output = document.createElement('output');
const product = await loadProduct('products/chair/product.json', {fetch: (url, options) => fetch(url, options)});
const configuration = createConfiguration(product);
const text = (value) => localize(value, document.documentElement.lang, product.defaultLocale);

/** A fieldset of radio buttons; the ones that lead nowhere say so. */
function choice(parameter) {
  const fieldset = document.createElement('fieldset');
  fieldset.append(Object.assign(document.createElement('legend'), {textContent: text(parameter.name)}));
  for (const {id, name} of parameter.options) {
    const input = Object.assign(document.createElement('input'), {type: 'radio', name: parameter.id, value: id});
    const label = document.createElement('label');
    label.append(input, ` ${text(name)}`);
    fieldset.append(label);
  }
  return fieldset;
}

function show() {
  for (const input of form.querySelectorAll('input')) {
    input.checked = configuration.parameter(input.name).value === input.value;
    input.disabled = !configuration.isPossible(input.name, input.value);
  }
  const {gross, net} = configuration.price().total;
  const {amount, currency} = product.price.taxIncluded ? gross : net;
  output.textContent = (amount / 100).toLocaleString(document.documentElement.lang, {style: 'currency', currency});
}

form.append(output, ...product.parameters.filter(({kind}) => kind === 'choice').map(choice));
form.addEventListener('change', ({target}) => {
  configuration.request({kind: 'set', parameter: target.name, value: target.value});
});
configuration.subscribe(show);
show();

const stage = new Stage({canvas: document.querySelector('canvas')});
const {models, views} = product.scene;
await stage.load(models, {baseUrl: product.baseUrl, plan: configuration.plan(), views});
configuration.subscribe(() => stage.apply(configuration.plan()));
