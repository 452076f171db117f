import {InstancedMesh, Mesh, type Object3D} from 'three';
import type {BindingContext} from '../binding-context.js';
import type {GltfMaterial} from './gltf-json.js';
import type {LiveNode, LiveTree} from './live-tree.js';
import type {Models} from './models.js';
import type {ModelState} from './model-state.js';
import type {SwapGroups} from './swap-groups.js';

/**
 * Has the shaders compiled that a plan may need next: those of materials that may take another's place, and of
 * repetitions drawn as instances. Of materials that share a shader only one is loaded for it.
 *
 * @param settle Gives materials that were loaded just now what is wanted of them; `false` when nobody wants that any
 *   more.
 */
export async function warmUp(
  context: BindingContext,
  models: Models,
  tree: LiveTree,
  groups: SwapGroups,
  settle: () => boolean,
): Promise<void> {
  if (!context.precompile) return;
  const states = new Map([...models.all()].map((state) => [state.id, state]));
  const done = new Set<string>();
  const wanted: {readonly mesh: Mesh; readonly state: ModelState; readonly material: number; isInstanced: boolean}[] =
    [];
  for (const live of tree.all()) {
    const isInstanced = isRepeated(tree, live);
    for (const {mesh, index} of live.primitives) {
      if (!(mesh instanceof Mesh) || mesh instanceof InstancedMesh || index === null) continue;
      for (const [state, material] of candidates(live, index, groups, states)) {
        const slots = [...groups.slotsOf(state.keyOf(material))].map(
          ([slot, texCoord]) => `${slot.pointer} ${texCoord}`,
        );
        const kind = [shaderOf(state.material(material)), ...slots.sort(), kindOf(mesh)].join(' ');
        if (!done.has(kind)) wanted.push({mesh, state, material, isInstanced: false});
        if (isInstanced && !done.has(`${kind} instanced`)) wanted.push({mesh, state, material, isInstanced: true});
        done.add(kind);
        if (isInstanced) done.add(`${kind} instanced`);
      }
    }
  }
  for (const {mesh, state, material} of wanted) {
    // What cannot be loaded is reported when something wants it.
    if (!state.materials.has(material, mesh)) await state.materials.load(material).catch(() => undefined);
  }
  if (!settle()) return;
  const standIns = wanted.flatMap(({mesh, state, material, isInstanced}): Mesh[] => {
    const form = state.materials.form(material, mesh);
    if (!form) return [];
    const standIn = isInstanced ? new InstancedMesh(mesh.geometry, form, 1) : mesh.clone(false);
    standIn.material = form;
    return [standIn];
  });
  settle();
  const printed: Object3D[] = [...tree.all()].flatMap(({state, node, primitives}) =>
    state.wishes.nodes.get(node)?.print ? primitives.map(({mesh}) => mesh.clone(false)) : [],
  );
  await context.precompile([...standIns, ...printed]);
  for (const standIn of standIns) if (standIn instanceof InstancedMesh) standIn.dispose();
}

function* candidates(
  {state}: LiveNode,
  index: number,
  groups: SwapGroups,
  states: ReadonlyMap<string, ModelState>,
): Iterable<readonly [ModelState, number]> {
  yield [state, index];
  for (const member of groups.membersOf(state.keyOf(index))) {
    const space = member.indexOf(' ');
    const other = states.get(member.slice(space + 1));
    if (other) yield [other, Number(member.slice(0, space))];
  }
}

function isRepeated(tree: LiveTree, live: LiveNode): boolean {
  for (let object: Object3D | null = live.object; object; object = object.parent) {
    const above = tree.at(object);
    if (above?.state.wishes.nodes.get(above.node)?.repeat) return true;
  }
  return false;
}

/** What of a material decides its shader, apart from the texture slots that its group shares. */
function shaderOf(material: GltfMaterial | undefined): string {
  const {extensions = {}, alphaMode = 'OPAQUE', doubleSided = false} = material ?? {};
  // A feature whose factor is zero is left out of the shader.
  const features = Object.entries(extensions).map(([name, properties]) => {
    const parts = Object.entries(properties).map(([key, value]) => `${key}${value === 0 ? '=0' : ''}`);
    return `${name}(${parts.sort().join()})`;
  });
  return [alphaMode, doubleSided, ...features.sort()].join();
}

/** What of a mesh decides the shader. */
function kindOf({geometry: {attributes, morphAttributes}, type}: Mesh): string {
  return [type, ...Object.keys(attributes).sort(), morphAttributes.position?.length ?? 0].join();
}
