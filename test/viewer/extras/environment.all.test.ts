import {expect} from '@open-wc/testing';
import {inChromiumOnly} from '../../support/engines.js';
import type {TwikError} from '../../../src/core/error.js';
import {EnvironmentImage} from '../../../src/viewer/extras/environment.js';
import type {Stage} from '../../../src/viewer/stage.js';
import {cubeUrl, urlOf} from '../support/glb.js';
import {countDuring, holdingsOf, newestContext} from '../support/gl-probe.js';
import {largestDifference, pixelsOf} from '../support/pixels.js';
import {createStage, cube, disposeStages, until, wait} from '../support/stage.js';
import {hdrBytes, hdrUrl, light, pictureUrl} from './light-files.js';

const whiteCube = () =>
  cube(
    cubeUrl((json) => {
      json.materials[0] = {pbrMetallicRoughness: {metallicFactor: 0, roughnessFactor: 0.9}};
    }),
  );

/** A stage with a white cube, its light and what goes wrong with it. */
async function createLit(load = true) {
  const {stage, canvas, events} = createStage();
  if (load) await stage.load(whiteCube());
  const errors: TwikError[] = [];
  const image = new EnvironmentImage(stage, (error) => errors.push(error));
  return {stage, canvas, events, errors, image};
}

/** Red, green, blue and alpha at a place of a new picture of 160 by 120 pixels; the cube is in the middle. */
async function colorAt(stage: Stage, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(await stage.snapshot({width: 160, height: 120}));
  const context = new OffscreenCanvas(160, 120).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return [...(context?.getImageData(x, y, 1, 1).data ?? [])];
}

/** Resolves when the stage has drawn a frame. */
function nextFrame(stage: Stage): Promise<void> {
  return new Promise((done) => {
    const drawn = () => {
      stage.drawn.delete(drawn);
      done();
    };
    stage.drawn.add(drawn);
  });
}

const colorOfCube = (stage: Stage) => colorAt(stage, 80, 60);

async function sum(stage: Stage): Promise<number> {
  const [red = 0, green = 0, blue = 0] = await colorOfCube(stage);
  return red + green + blue;
}

describe('EnvironmentImage', () => {
  inChromiumOnly();

  const {fetch} = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
    disposeStages();
  });

  for (const [kind, urlOfLight] of [
    ['a packed HDR picture', () => hdrUrl(light.blue)],
    ['a JPEG picture', () => pictureUrl('blue', 'blue', 'image/jpeg')],
    ['a WebP picture', () => pictureUrl('blue', 'blue', 'image/webp')],
  ] as const) {
    it(`lights a product with ${kind}, and shows nothing behind it`, async () => {
      const {stage, image, errors} = await createLit();
      const environment = await urlOfLight();
      await image.show({environment});
      const [red = 0, green = 0, blue = 0] = await colorOfCube(stage);
      expect(blue).to.be.above(100);
      expect(Math.max(red, green)).to.be.below(blue / 2);
      expect((await colorAt(stage, 2, 2))[3]).to.equal(0);
      expect(errors).to.deep.equal([]);
      image.dispose();
    });
  }

  for (const [kind, urlOfSky] of [
    ['HDR', () => hdrUrl(light.blue, light.green)],
    ['PNG', () => pictureUrl('blue', 'lime')],
  ] as const) {
    for (const skyboxBlur of kind === 'HDR' ? [0] : [0, 0.2]) {
      it(`shows an ${kind} skybox the right way up, and is lit by it, with blur ${skyboxBlur}`, async () => {
        const {stage, image} = await createLit();
        stage.camera = {...stage.camera, polar: Math.PI / 2};
        await image.show({skybox: await urlOfSky(), skyboxBlur});
        const [above, below] = [await colorAt(stage, 4, 2), await colorAt(stage, 4, 117)];
        expect(above[2]).to.be.above(2 * (above[1] ?? 0));
        expect(below[1]).to.be.above(2 * (below[2] ?? 0));
        expect([above[3], below[3]]).to.deep.equal([255, 255]);
        const [red = 0] = await colorOfCube(stage);
        expect(red).to.be.below(60);
        image.dispose();
      });
    }
  }

  it('keeps the shadow below the product when there is a sky', async () => {
    const {stage, image} = await createLit();
    await image.show({environment: 'neutral', skybox: await pictureUrl('white')});
    const bitmap = await createImageBitmap(await stage.snapshot({width: 160, height: 120}));
    const context = new OffscreenCanvas(160, 120).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const row = context?.getImageData(0, 96, 160, 1).data ?? new Uint8ClampedArray();
    const reds = row.filter((_, index) => index % 4 === 0);
    expect(reds[0]).to.equal(255);
    expect(reds.some((red) => red < 225)).to.equal(true);
    image.dispose();
  });

  it('shows the built-in light behind the product', async () => {
    const {stage, image, errors} = await createLit();
    await image.show({skybox: 'neutral'});
    expect((await colorAt(stage, 2, 2))[3]).to.equal(255);
    expect(errors).to.deep.equal([]);
    image.dispose();
  });

  it('exposes this stage and no other', async () => {
    const [{stage, image}, other] = [await createLit(), await createLit()];
    const before = await sum(stage);
    const beside = await sum(other.stage);
    await image.show({exposure: 0.25});
    expect(await sum(stage)).to.be.below(before * 0.7);
    expect(await sum(other.stage)).to.equal(beside);
    await image.show({exposure: 2});
    expect(await sum(stage)).to.be.above(before);
    await image.show({});
    expect(await sum(stage)).to.equal(before);
    image.dispose();
  });

  it('gives the stage its own light back and frees everything it made', async () => {
    const {stage, image} = await createLit();
    // What three makes once for all skies stays.
    await image.show({skybox: await pictureUrl('blue')});
    await image.show({skybox: await pictureUrl('blue'), skyboxBlur: 0.5});
    await image.show({});
    const color = await colorOfCube(stage);
    const before = holdingsOf(newestContext());
    await image.show({environment: hdrUrl(light.blue), skybox: hdrUrl(light.red)});
    await stage.snapshot();
    expect(holdingsOf(newestContext()).get('Texture')).to.be.above(before.get('Texture') ?? 0);
    image.dispose();
    expect(await colorOfCube(stage)).to.deep.equal(color);
    const after = holdingsOf(newestContext());
    for (const kind of ['Texture', 'Framebuffer', 'Renderbuffer', 'Buffer'] as const) {
      expect(after.get(kind), kind).to.equal(before.get(kind));
    }
  });

  it('ends when the stage shows something else, and frees everything', async () => {
    const {stage, image} = await createLit();
    const [before, usual] = [await colorOfCube(stage), holdingsOf(newestContext()).get('Texture')];
    await image.show({environment: hdrUrl(light.blue)});
    await stage.load(whiteCube());
    expect(await colorOfCube(stage)).to.deep.equal(before);
    expect(holdingsOf(newestContext()).get('Texture')).to.equal(usual);
    image.dispose();
  });

  it('waits for the first picture', async () => {
    const {stage, image} = await createLit(false);
    const shown = image.show({environment: hdrUrl(light.blue)});
    await stage.load(whiteCube());
    await shown;
    const [red = 0, , blue = 0] = await colorOfCube(stage);
    expect(blue).to.be.above(2 * red);
    image.dispose();
  });

  it('keeps the old light until the new one is there, and what was asked for last', async () => {
    const {stage, image} = await createLit();
    await image.show({environment: hdrUrl(light.blue)});
    const before = await colorOfCube(stage);
    let go = () => {};
    const held = new Promise<void>((done) => (go = done));
    globalThis.fetch = async (...args) => {
      if (String(args[0]).startsWith('blob:')) await held;
      return fetch(...args);
    };
    const red = image.show({environment: hdrUrl(light.red)});
    expect(await colorOfCube(stage)).to.deep.equal(before);
    globalThis.fetch = fetch;
    await image.show({environment: hdrUrl(light.green)});
    go();
    await red;
    await wait(50);
    const [, green = 0, blue = 0] = await colorOfCube(stage);
    expect(green).to.be.above(2 * blue);
    image.dispose();
  });

  const broken: [string, () => string][] = [
    ['is no picture', () => urlOf('<!doctype html>', 'text/html')],
    ['is an HDR picture cut short', () => urlOf(hdrBytes(light.red, light.red).slice(0, -9))],
  ];
  for (const [what, urlOfBroken] of broken) {
    it(`names a file that ${what}, and leaves the light as it is`, async () => {
      const {stage, image, errors} = await createLit();
      const before = await colorOfCube(stage);
      const environment = urlOfBroken();
      await image.show({environment});
      expect(errors.map(({code}) => code)).to.deep.equal(['environment-invalid']);
      expect(errors[0]?.message).to.include(environment);
      expect(await colorOfCube(stage)).to.deep.equal(before);
      image.dispose();
    });
  }

  it('names an address where there is nothing, and tries again when asked again', async () => {
    const {stage, image, errors} = await createLit();
    await image.show({environment: '/no/such.hdr'});
    expect(errors.map(({code}) => code)).to.deep.equal(['environment-unreachable']);
    expect(errors[0]?.message).to.include('/no/such.hdr').and.to.include('404');
    globalThis.fetch = () => fetch(hdrUrl(light.blue));
    await image.show({environment: '/no/such.hdr'});
    expect(errors).to.have.lengthOf(1);
    const [red = 0, , blue = 0] = await colorOfCube(stage);
    expect(blue).to.be.above(2 * red);
    image.dispose();
  });

  it('says that the network failed', async () => {
    const {image, errors} = await createLit();
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await image.show({skybox: 'https://example.com/sky.hdr'});
    expect(errors[0]?.code).to.equal('environment-unreachable');
    expect(errors[0]?.message).to.include('https://example.com/sky.hdr');
    image.dispose();
  });

  it('says nothing of a light that is no longer wanted', async () => {
    const {image, errors} = await createLit();
    const shown = image.show({environment: '/no/such.hdr'});
    image.dispose();
    await shown;
    expect(errors).to.deep.equal([]);
  });

  it('comes back with a context that was lost', async () => {
    const {stage, canvas, image, events} = await createLit();
    await image.show({environment: hdrUrl(light.blue), skybox: await pictureUrl('yellow', 'red')});
    await nextFrame(stage);
    const before = pixelsOf(canvas);
    const extension = newestContext().getExtension('WEBGL_lose_context');
    extension?.loseContext();
    await until(() => events.some(({kind}) => kind === 'context-lost'));
    const restored = nextFrame(stage);
    extension?.restoreContext();
    await restored;
    expect(largestDifference(before, pixelsOf(canvas))).to.be.below(3);
    expect((await colorOfCube(stage))[2]).to.be.above(100);
    image.dispose();
  });

  it('draws nothing and asks for no frame at rest', async () => {
    const {stage, image} = await createLit();
    await image.show({skybox: hdrUrl(light.blue), exposure: 1.5});
    await nextFrame(stage);
    await wait(200);
    const counts = await countDuring(() => wait(500));
    expect(counts).to.deep.equal({draws: 0, programs: 0, frames: 0});
    image.dispose();
  });
});
