import {expect} from '@open-wc/testing';
import {bomCsv} from '../../../src/core/bom/bom-csv.js';
import {bomJson} from '../../../src/core/bom/bom-json.js';
import type {BomLine} from '../../../src/core/bom/bom.js';
import {createBom} from '../../../src/core/bom/create-bom.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {desk, deskWith} from '../../support/desk.js';
import {issueOf} from '../../support/issue.js';
import {scopeOf} from '../../support/scope.js';

const values = {width: 1200, depth: {numerator: 1255n, denominator: 2n}, drawers: 3, finish: 'oak'};

describe('createBom', () => {
  const bom = createBom(parseProduct(desk()));

  it('gives names, article numbers, material and sizes of parts', () => {
    expect(bom(scopeOf(values))[0]).to.deep.equal({
      id: 'top',
      path: 'top',
      name: {en: 'Top'},
      sku: 'TOP',
      part: 'top',
      quantity: '1',
      unit: 'pc',
      material: 'long',
      sizeMm: ['1200', '627.5', '20'],
      lines: [],
    });
  });

  it('multiplies quantities down the tree, and says where each line is', () => {
    const lines = bom(scopeOf(values))[1]?.lines ?? [];
    expect(lines.map(({path, quantity, sku}) => [path, quantity, sku])).to.deep.equal([
      ['drawers/screws', '24', '007'],
      ['drawers/runner', '6', 'RUN-5'],
    ]);
  });

  it('leaves out what counts nothing, with all below it', () => {
    const ids = (drawers: number | null, width: number) =>
      bom(scopeOf({...values, drawers, width})).flatMap((line) => [line.id, ...line.lines.map(({id}) => id)]);
    expect(ids(0, 1200)).to.deep.equal(['top']);
    expect(ids(null, 1200)).to.deep.equal(['top']);
    expect(ids(1, 900)).to.deep.equal(['top', 'drawers', 'screws']);
  });

  it('refuses less than nothing', () => {
    const issue = issueOf(() =>
      createBom(parseProduct(deskWith(['/bom/lines/0/quantity', 'drawers - 5'])))(scopeOf(values)),
    );
    expect([issue.code, issue.path]).to.deep.equal(['quantity-invalid', '/bom/lines/0/quantity']);
    expect(issue.message).to.contain('max(0');
  });
});

describe('a bill of materials as a file', () => {
  const line: BomLine = {
    id: 'a',
    path: 'a',
    name: {en: 'Top, "large"', de: 'Platte'},
    sku: '=1+1',
    part: null,
    quantity: '-0.5',
    unit: 'm2',
    material: '-oak\nsolid',
    sizeMm: ['1200', '600'],
    lines: [],
  };
  const tree: BomLine[] = [
    {...line, lines: [{...line, id: 'b', path: 'a/b', name: null, sku: null, material: null, sizeMm: []}]},
  ];

  it('is CSV with a header and a row for each line of the tree', () => {
    expect(bomCsv(tree, {locale: 'en', defaultLocale: 'en'})).to.equal(
      [
        'path,id,name,sku,part,quantity,unit,material,length mm,width mm,thickness mm',
        `a,a,"Top, ""large""",'=1+1,,-0.5,m2,"'-oak\nsolid",1200,600,`,
        'a/b,b,,,,-0.5,m2,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('has names in the language asked for', () => {
    expect(bomCsv(tree, {locale: 'de-AT', defaultLocale: 'en'})).to.contain(',Platte,');
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    it(`is safe in a spreadsheet when a text begins with ${JSON.stringify(start)}`, () => {
      const csv = bomCsv([{...line, sku: `${start}cmd`}], {locale: 'en', defaultLocale: 'en'});
      expect(csv).to.match(new RegExp(`,"?'\\${start}cmd`));
    });
  }

  it('is JSON that is the same to the byte', () => {
    const json = bomJson(createBom(parseProduct(desk()))(scopeOf(values)));
    expect(json).to.equal(bomJson(createBom(parseProduct(JSON.stringify(desk())))(scopeOf(values))));
    expect(json.endsWith(']\n')).to.equal(true);
    expect(JSON.parse(json)).to.have.length(2);
  });
});
