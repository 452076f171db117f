import path from 'node:path';
import {layerOf} from './layers.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const covers = (allowed, source) =>
  allowed.some(
    (name) => source === name || source.startsWith(name.endsWith(':') || name.endsWith('/') ? name : `${name}/`),
  );

/** What is wrong with importing `source` in `file`, or `null`. `how` is `static`, `lazy` or `type`. */
function breach(file, source, how) {
  const layer = layerOf(file);
  if (!layer) return null;
  if (source.startsWith('.')) {
    const target = layerOf(path.posix.join(path.posix.dirname(file), source));
    const allowed = how === 'static' ? layer.imports : [...layer.imports, ...layer.lazy];
    if (target && allowed.includes(target.name)) return null;
    const place = target ? `the layer "${target.name}"` : 'what lies outside the layers';
    const cure = target && layer.lazy.includes(target.name) ? ' Reach it by import().' : '';
    return `The layer "${layer.name}" may not import ${place}.${cure}`;
  }
  const allowed = how === 'static' ? layer.packages : [...layer.packages, ...layer.lazyPackages];
  if (covers(allowed, source)) return null;
  const cure = covers(layer.lazyPackages, source) ? ' Reach it by import().' : '';
  return `The layer "${layer.name}" may not import the package "${source}".${cure}`;
}

/** ESLint rule: imports keep to the layer table. */
export const layerImports = {
  meta: {type: 'problem', schema: [], docs: {description: 'imports keep to the layer table'}},
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/');
    const check = (node, source, how) => {
      if (typeof source?.value !== 'string') return;
      const message = breach(file, source.value, how);
      if (message) context.report({node, message});
    };
    const declared = (node) =>
      check(node, node.source, (node.importKind ?? node.exportKind) === 'type' ? 'type' : 'static');
    return {
      ImportDeclaration: declared,
      ExportNamedDeclaration: declared,
      ExportAllDeclaration: declared,
      ImportExpression: (node) => check(node, node.source, 'lazy'),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, 'type'),
    };
  },
};
