/**
 * Rollup plugin: takes comments and idle white space out of css`…` templates. Strings inside are rare and short in our
 * sheets (`content: ''`), and collapsing white space does not change them; expressions `${…}` are left alone.
 */
export function minifyCss() {
  return {
    name: 'minify-css',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('css`')) return null;
      const result = code.replaceAll(/\bcss`([^`]*)`/g, (_, sheet) => `css\`${shorten(sheet)}\``);
      return {code: result, map: null};
    },
  };
}

function shorten(sheet) {
  return (
    sheet
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/\s+/g, ' ')
      // Not around ":" in front (descendant selectors such as "a :hover") and not around + and - (calc needs them).
      .replaceAll(/ ?([{};,]) ?/g, '$1')
      .replaceAll(/: (?=[^{};]*[;}])/g, ':')
      .replaceAll(/;}/g, '}')
      .trim()
  );
}
