import {testRefusals} from './refusal.js';

testRefusals('prices and parts', [
  [
    'an option without price',
    '/parameters/5/options/1/price',
    undefined,
    'price-missing',
    '/parameters/5/options/1',
    'Write "price": "0.00"',
  ],
  [
    'a price as a float',
    '/parameters/5/options/1/price',
    12.5,
    'value-invalid',
    '/parameters/5/options/1/price',
    '"40.00"',
  ],
  ['a line without price', '/price/lines/0/amount', undefined, 'price-missing', '/price/lines/0', '"rate" and "of"'],
  ['a rate of nothing', '/price/lines/1/of', undefined, 'value-missing', '/price/lines/1', '"of" is missing'],
  ['prices without currency', '/price', undefined, 'price-missing', '/price', 'Add "price"'],
  ['a length for an amount', '/price/lines/0/amount', 'width', 'unit-mismatch', '/price/lines/0/amount', ''],
  ['a currency sign', '/price/currency', '€', 'currency-invalid', '/price/currency', '"EUR"'],
  ['a tax of 19', '/price/taxRate', '19', 'tax-rate-invalid', '/price/taxRate', 'Write "0.19"'],
  ['a quantity outside of prices', '/bom/lines/0/quantity', 'quantity', 'name-unknown', '/bom/lines/0/quantity', ''],
  ['an unknown part', '/bom/lines/0/part', 'tops', 'part-unknown', '/bom/lines/0/part', 'Did you mean "top"?'],
  [
    'a line that counts nothing',
    '/bom/lines/0/part',
    undefined,
    'bom-line-empty',
    '/bom/lines/0',
    '"part", "sku" or "lines"',
  ],
  ['a size in pieces', '/parts/top/size/2', '20', 'unit-mismatch', '/parts/top/size/2', ''],
  ['a fourth dimension', '/parts/top/size/-', '1 mm', 'value-invalid', '/parts/top/size', '0 to 3'],
]);
