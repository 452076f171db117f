import {transform} from 'esbuild';

/**
 * Rollup plugin: takes idle white space out of html`…` and svg`…` templates, and comments too out of css`…` sheets. It
 * reads modules, not text: it belongs behind the plugin that makes JavaScript of TypeScript.
 *
 * Line breaks that go out of a template come back behind it, where they mean nothing: source maps stay right.
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      if (id.includes('node_modules') || !/\b(css|html|svg)`/.test(code)) return null;
      const pieces = [];
      let end = 0;
      for (const {piece, isSheet, after} of templatePieces(this.parse(code))) {
        const before = code.slice(piece.start, piece.end);
        const text = isSheet ? await shortenSheet(before) : shortenMarkup(before);
        const breaks = '\n'.repeat(linesOf(before) - linesOf(text));
        pieces.push(code.slice(end, piece.start), text, after, breaks);
        end = piece.end + after.length;
      }
      return {code: pieces.join('') + code.slice(end), map: null};
    },
  };
}

/** The literal parts of all templates in a syntax tree, in order, with what follows each: `${` or the end. */
function templatePieces(tree) {
  const found = [];
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node?.type !== 'string') return;
    Object.values(node).forEach(visit);
    if (node.type !== 'TaggedTemplateExpression' || !/^(css|html|svg)$/.test(node.tag.name)) return;
    const {quasis} = node.quasi;
    // A part of a sheet is no sheet, and cannot be read by itself.
    const isSheet = node.tag.name === 'css';
    if (isSheet && quasis.length > 1) return;
    for (const piece of quasis) found.push({piece, isSheet, after: piece.tail ? '`' : '${'});
  };
  visit(tree);
  return found.sort((a, b) => a.piece.start - b.piece.start);
}

const linesOf = (text) => text.split('\n').length;

async function shortenSheet(sheet) {
  const {code} = await transform(sheet, {loader: 'css', minifyWhitespace: true});
  return code.trim();
}

/**
 * White space with a line break in it is the formatter's, and one space means the same; before the end of a tag none is
 * needed (before "/>" it is: an attribute without quotes would swallow the slash). Spaces in a line are somebody's words.
 * Exported for its test.
 */
export function shortenMarkup(markup) {
  // Here line breaks are shown.
  if (/<(pre|textarea)\b[^>]*>[^<]/.test(markup)) return markup;
  return markup.replaceAll(/\s*\n\s*(>?)/g, (_, end) => end || ' ');
}
