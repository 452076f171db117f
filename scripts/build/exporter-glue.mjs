/** What is replaced in three's exporter, and by what. */
const changes = [
  ['\tPropertyBinding,\n', ''],
  ['\tMathUtils,\n', ''],
];

/** Only animations need the first, and only these two functions of the second are used. */
const instead = `
const PropertyBinding = null;
const largest = {Uint32Array: 4294967295, Uint16Array: 65535, Uint8Array: 255, Int32Array: 2147483647, Int16Array: 32767, Int8Array: 127};
const MathUtils = {
  degToRad: (degrees) => degrees * Math.PI / 180,
  normalize: (value, array) => array.constructor.name in largest ? Math.round(value * largest[array.constructor.name]) : value,
};
`;

/**
 * Leaves out of three's exporter of glTF what we do not use: three is one chunk, so that it would be fetched by everybody
 * who sees a product. Fails when a new version of it no longer has what is to be changed.
 */
export function exporterGlue() {
  return {
    name: 'exporter-glue',
    transform(code, id) {
      if (!id.endsWith('/exporters/GLTFExporter.js')) return null;
      let changed = code;
      for (const [before, after] of changes) {
        if (!changed.includes(before)) this.error(`three's exporter of glTF no longer has ${JSON.stringify(before)}.`);
        changed = changed.replace(before, after);
      }
      return {code: changed + instead, map: null};
    },
  };
}
