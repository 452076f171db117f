import {Group, PerspectiveCamera, Texture} from 'three';
import type {Camera, Object3D, Scene, WebGLRenderer} from 'three';
import {materialsOf} from '../model/drawables.js';

/**
 * Brings to the GPU what the next picture needs, in pieces, so that the page stays alive: textures one by one, then all
 * shaders, those of hidden things included, so that showing them later compiles nothing.
 */
export async function prepareScene(renderer: WebGLRenderer, scene: Scene, camera: Camera): Promise<void> {
  await uploadTextures(renderer, scene, 'visible', nextTask);
  await compile(renderer, scene, camera, scene);
}

/** Compiles the shaders of objects as if they stood in a scene. */
export async function compileFor(renderer: WebGLRenderer, scene: Scene, objects: readonly Object3D[]): Promise<void> {
  if (objects.length === 0) return;
  const group = new Group();
  group.add(...objects);
  await compile(renderer, group, new PerspectiveCamera(), scene);
  group.clear();
}

async function compile(renderer: WebGLRenderer, objects: Object3D, camera: Camera, scene: Scene): Promise<void> {
  if (renderer.extensions.has('KHR_parallel_shader_compile')) await renderer.compileAsync(objects, camera, scene);
  else renderer.compile(objects, camera, scene);
}

/** Brings the textures of hidden things to the GPU while the page has nothing else to do. */
export function prepareHidden(renderer: WebGLRenderer, scene: Scene, isWanted: () => boolean): Promise<void> {
  return uploadTextures(renderer, scene, 'all', nextIdle, isWanted);
}

async function uploadTextures(
  renderer: WebGLRenderer,
  scene: Scene,
  which: 'visible' | 'all',
  rest: () => Promise<void>,
  isWanted = () => true,
): Promise<void> {
  for (const texture of texturesBelow(scene, which)) {
    // Uploading again would do nothing, but waiting for it would cost time.
    if (renderer.properties.has(texture)) continue;
    renderer.initTexture(texture);
    await rest();
    if (!isWanted()) return;
  }
}

function texturesBelow(root: Object3D, which: 'visible' | 'all'): Set<Texture> {
  const textures = new Set<Texture>();
  const collect = (object: Object3D) => {
    for (const material of materialsOf(object)) {
      for (const value of Object.values(material)) {
        if (value instanceof Texture && value.image) textures.add(value);
      }
    }
  };
  if (which === 'visible') root.traverseVisible(collect);
  else root.traverse(collect);
  return textures;
}

function nextTask(): Promise<void> {
  return new Promise((done) => {
    const {port1, port2} = new MessageChannel();
    // A timer would wait four milliseconds for nothing.
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

function nextIdle(): Promise<void> {
  return new Promise((done) => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), {timeout: 2000});
    else setTimeout(done, 50);
  });
}
