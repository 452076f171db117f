import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {TestModel} from './make-model.js';

/** A product of one board with bindings of every kind that protects something. */
export const boardDefinition = {
  format: 1,
  id: 'board',
  version: '1',
  defaultLocale: 'en',
  name: 'Board',
  parameters: [
    {
      id: 'finish',
      kind: 'choice',
      options: [
        {id: 'oak', attributes: {material: 'Oak', texture: '@grain'}},
        {id: 'ash', attributes: {material: 'Ash', texture: ''}},
      ],
      default: 'oak',
    },
    {id: 'width', kind: 'number', unit: 'mm', min: 400, max: 2400, step: 10, default: 800},
  ],
  scene: {
    models: [{id: 'body', src: 'board.glb'}],
    bindings: [
      {set: '/nodes/@Top/twik:material', to: "attribute(finish, 'material')"},
      {set: '/nodes/@Top/scale', to: ['width / 1000 mm', '1', '1']},
      {set: '/nodes/@Bo*/weights/@wide', to: 'width / 2400 mm'},
      {set: '/nodes/@Frame>Peg/translation', to: ['width', '0 mm', '0 mm']},
      {set: '/materials/@Oak/pbrMetallicRoughness/baseColorTexture', to: "attribute(finish, 'texture')"},
      {set: '/twik:variant', to: "finish == 'oak' ? 'plain' : 'aged'"},
    ],
  },
};

/** The model of the product; `Spare` and `waste` are worn by nothing and bound by nothing. */
export async function boardModel(): Promise<TestModel> {
  const model = new TestModel();
  const oak = model.material('Oak');
  model.material('Ash');
  model.material('Spare').setBaseColorTexture(await model.texture('waste', 64));
  oak.setNormalTexture(await model.texture('bumps', 128));
  await model.texture('grain', 128);
  model.board('Top', oak);
  model.board('Bottom', oak, {targets: ['wide']});
  const frame = model.document.createNode('Frame').addChild(model.document.createNode('Peg'));
  model.scene.addChild(frame).addChild(model.document.createNode('Peg'));
  model.variant('plain', oak);
  model.variant('aged', model.material('Aged'));
  return model;
}

/** Writes the product and its model; tells where the definition lies. */
export async function writeBoard(
  folder: string,
  {definition = boardDefinition as object, model = null as Uint8Array | null} = {},
) {
  mkdirSync(folder, {recursive: true});
  writeFileSync(path.join(folder, 'board.glb'), model ?? (await (await boardModel()).bytes()));
  const file = path.join(folder, 'product.json');
  writeFileSync(file, JSON.stringify(definition));
  return file;
}
