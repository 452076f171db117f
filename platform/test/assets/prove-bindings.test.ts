import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {test} from 'node:test';
import {readDocument} from '../../src/assets/model-file.js';
import {outlineOf, type ModelOutline} from '../../src/assets/model-outline.js';
import {readProduct} from '../../src/assets/product-scene.js';
import {proveBindings} from '../../src/assets/prove-bindings.js';
import {boardDefinition, writeBoard} from '../support/board-product.js';
import {demoProduct, temporaryFolder} from '../support/folders.js';
import {runTwik} from '../support/run-twik.js';

const folder = temporaryFolder();

async function outlines(file: string): Promise<Map<string, ModelOutline>> {
  const {models} = await readProduct(file);
  const entries = models.map(async (model) => [model.id, outlineOf((await readDocument(model)).json)] as const);
  return new Map(await Promise.all(entries));
}

test('a product whose bindings all mean something has no finding', async () => {
  const {code, out} = await runTwik(['check', await writeBoard(folder), '--json']);
  assert.equal(code, 0, out);
  assert.deepEqual(JSON.parse(out).bindings, 6);
});

test('what bindings address is bound, whatever the formula gives', async () => {
  const file = await writeBoard(folder);
  const {bound} = proveBindings(await readProduct(file), await outlines(file));
  assert.deepEqual(bound.get('body')?.names, {
    nodes: ['Top', 'Bottom', 'Peg'],
    materials: ['Oak', 'Ash'],
    textures: ['grain'],
  });
});

const [choice, ...others] = boardDefinition.parameters;
const withOption = (attributes: object) => ({
  ...boardDefinition,
  parameters: [{...choice, options: [{id: 'oak', attributes}]}, ...others],
});
const withBinding = (binding: object) => ({
  ...boardDefinition,
  scene: {...boardDefinition.scene, bindings: [...boardDefinition.scene.bindings, binding]},
});
const mistakes: readonly (readonly [what: string, definition: object, code: string, path: string])[] = [
  [
    'an option that names no material',
    withOption({material: 'Elm', texture: ''}),
    'material-not-found',
    '/scene/bindings/0',
  ],
  [
    'an option that names no texture',
    withOption({material: 'Oak', texture: '@rings'}),
    'texture-not-found',
    '/scene/bindings/4',
  ],
  [
    'a picture that is not there',
    withOption({material: 'Oak', texture: 'no.webp'}),
    'texture-missing',
    '/scene/bindings/4',
  ],
  [
    'a variant that is not there',
    withBinding({set: '/nodes/@Bottom/twik:variant', to: "'new'"}),
    'variant-not-found',
    '/scene/bindings/6',
  ],
  [
    'a model that is not there',
    withBinding({set: '/nodes/@Top/twik:mount', to: "'lid'"}),
    'model-unknown',
    '/scene/bindings/6',
  ],
  [
    'a node that is not there',
    withBinding({set: '/nodes/@Tip/twik:variant', to: "'aged'"}),
    'node-not-found',
    '/scene/bindings/6',
  ],
];

for (const [what, definition, code, place] of mistakes) {
  test(`twik check finds ${what}, and where`, async () => {
    const ended = await runTwik(['check', await writeBoard(folder, {definition}), '--json']);
    assert.equal(ended.code, 1);
    const [first] = JSON.parse(ended.out).findings;
    assert.deepEqual([first.severity, first.code], ['error', code]);
    assert.ok(first.path.startsWith(place), first.path);
  });
}

test('twik check tells every mistake of a definition with its place', async () => {
  const definition = {...boardDefinition, version: 3, parameters: [{id: 'Wide', kind: 'number'}]};
  const {code, out} = await runTwik(['check', await writeBoard(folder, {definition}), '--json']);
  assert.equal(code, 1);
  const paths: string[] = JSON.parse(out).findings.map(({path}: {path: string}) => path);
  assert.ok(paths.includes('/version') && paths.some((path) => path.startsWith('/parameters/0')), String(paths));
});

for (const name of ['chair', 'shelf']) {
  const file = demoProduct(name);
  const skip = existsSync(file.replace('product.json', 'build')) ? false : 'no built models';

  test(`every binding of the ${name} means something`, {skip}, async () => {
    const {findings} = proveBindings(await readProduct(file), await outlines(file));
    assert.deepEqual(findings, []);
  });

  test(`renaming any bound thing of the ${name} is found`, {skip}, async () => {
    const source = await readProduct(file);
    const sound = await outlines(file);
    const {bound} = proveBindings(source, sound);
    for (const [id, {outline, names}] of bound) {
      const prove = (changed: ModelOutline) => proveBindings(source, new Map([...sound, [id, changed]])).findings;
      for (const name of names.materials) {
        const materials = outline.materials.map((other) => (other === name ? 'other' : other));
        const isAmongOthers = source.models.some(({bindings}) =>
          bindings.some(({set}) => set.startsWith('/materials/') && set.includes('*')),
        );
        // One of many that a glob means is missed only where something names it.
        assert.ok(isAmongOthers || prove({...outline, materials}).length > 0, `${id}: material ${name}`);
      }
      for (const name of names.nodes) {
        const nodes = outline.nodes.map((node) => (node.name === name ? {...node, name: 'other'} : node));
        const isNamed = source.models.some(({bindings}) => bindings.some(({set}) => set.includes(`@${name}/`)));
        if (isNamed) assert.ok(prove({...outline, nodes}).length > 0, `${id}: node ${name}`);
      }
    }
  });
}
