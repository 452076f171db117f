import {TwikError} from '@twik/sdk/core';
import {parsePointer} from '@twik/sdk/product';
import {isGlob, matchesGlob} from './glob.js';
import type {ModelOutline, OutlineNode} from './model-outline.js';
import {suggest} from './suggest.js';

/** What a pointer means in a model. */
export interface Resolution {
  readonly nodes: readonly OutlineNode[];
  /** Places in the file's list of materials. */
  readonly materials: readonly number[];
}

const needMesh: ReadonlySet<string> = new Set(['twik:material', 'twik:variant', 'twik:print']);
/** Every lit material has it, whether the file says so or not. */
const always = 'KHR_materials_emissive_strength';

/**
 * Finds what a pointer of a binding addresses, as the viewer does.
 *
 * @throws TwikError `node-not-found`, `node-ambiguous`, `node-without-mesh`, `morph-target-not-found`,
 * `material-not-found`, `pointer-unsupported`.
 */
export function resolvePointer(outline: ModelOutline, pointer: string, listLength: number | null): Resolution {
  const {target, property} = parsePointer(pointer);
  switch (target.kind) {
    case 'model':
      return {nodes: [], materials: []};
    case 'material':
      return {nodes: [], materials: findMaterials(outline, target.name, property)};
    case 'node': {
      const nodes = findNodes(outline, target.path);
      for (const node of nodes) checkNode(node, property, listLength);
      return {nodes, materials: []};
    }
  }
}

/** The nodes at a path of names, of which each may be a glob. */
function findNodes(outline: ModelOutline, path: readonly string[]): OutlineNode[] {
  const written = path.join('>');
  const found = outline.nodes.filter((node) => isAt(node, path));
  if (found.length === 0) {
    throw new TwikError(
      'node-not-found',
      `There is no node "${written}". ${suggest(outline.nodes.map(({name}) => name))}`,
    );
  }
  if (found.length > 1 && !path.some(isGlob)) {
    throw new TwikError(
      'node-ambiguous',
      `There are ${found.length} nodes "${written}". Name one above it as well ("Above>${written}"), or rename them.`,
    );
  }
  return found;
}

function isAt({name, above}: OutlineNode, path: readonly string[]): boolean {
  const wanted = [...path];
  if (!matchesGlob(wanted.pop() ?? '', name)) return false;
  for (const ancestor of above.toReversed()) {
    const innermost = wanted.at(-1);
    if (innermost !== undefined && matchesGlob(innermost, ancestor)) wanted.pop();
  }
  return wanted.length === 0;
}

function checkNode(
  {name, hasMesh, targets}: OutlineNode,
  property: readonly string[],
  listLength: number | null,
): void {
  const [first = '', target] = property;
  if (needMesh.has(first) && !hasMesh) {
    throw new TwikError('node-without-mesh', `Node "${name}" has no mesh of its own. Choose one below it.`);
  }
  if (first !== 'weights') return;
  const wanted = target?.startsWith('@') ? targets.indexOf(target.slice(1)) : Number(target ?? (listLength ?? 1) - 1);
  if (targets[wanted] === undefined) {
    throw new TwikError(
      'morph-target-not-found',
      `Node "${name}" has no morph target ${target ?? `number ${wanted}`}; it has ${targets.length}. ${suggest(targets)}`,
    );
  }
}

function findMaterials(outline: ModelOutline, name: string, [first, extension = '']: readonly string[]): number[] {
  const found = outline.materials.flatMap((candidate, index) => (matchesGlob(name, candidate) ? [index] : []));
  if (found.length === 0) {
    throw new TwikError('material-not-found', `There is no material "${name}". ${suggest(outline.materials)}`);
  }
  if (first !== 'extensions' || extension === always) return found;
  const without = found.find((index) => !outline.materialExtensions[index]?.includes(extension));
  if (without !== undefined) {
    const material = outline.materials[without] ?? '';
    throw new TwikError('pointer-unsupported', `Material "${material}" lacks ${extension}. Add it in the file.`);
  }
  return found;
}
