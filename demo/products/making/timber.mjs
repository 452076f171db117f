import {webp} from './picture.mjs';
import {lacquerNormals, plankNormals, planks, species, woodTileM} from './wood.mjs';

/**
 * The woods both products are made of, as pictures. Making them is most of the work, so it is done once.
 *
 * @typedef {Awaited<ReturnType<typeof sawTimber>>} Timber
 */
export async function sawTimber() {
  const oak = planks(species.oak);
  const walnut = planks(species.walnut);
  const [oakColor, walnutColor, grain, lacquer] = await Promise.all([
    webp(oak.color, 82),
    webp(walnut.color, 82),
    webp(plankNormals(oak.heights), 80),
    webp(lacquerNormals(), 70),
  ]);
  return {
    pictures: {oak: oak.color, walnut: walnut.color},
    /** Textures for `writeGlb`. */
    textures: [
      {name: 'oak', bytes: oakColor},
      {name: 'walnut', bytes: walnutColor},
      {name: 'grain', bytes: grain},
      {name: 'lacquer', bytes: lacquer},
    ],
  };
}

/** How each finish treats its wood: a stain is a tint of the oak beneath. */
const treatments = {
  Oak: {texture: 'oak', color: '#ffffff', roughness: 0.58, depth: 0.8},
  Smoked: {texture: 'oak', color: '#a98e78', roughness: 0.55, depth: 0.9},
  Walnut: {texture: 'walnut', color: '#ffffff', roughness: 0.5, depth: 0.7},
  Black: {texture: 'oak', color: '#3f434a', roughness: 0.6, depth: 1.1},
};

/** The names of the finishes that show wood. */
export const woods = Object.keys(treatments);

/**
 * The material of a wooden finish.
 *
 * @param {string} finish One of `woods`.
 * @param {object} options
 * @param {string} [options.name] Default: the finish.
 * @param {(texture: string, sizeM: number[], more?: object) => object} options.use How the texture is laid on.
 */
export function woodMaterial(finish, {name = finish, use}) {
  const {texture, color, roughness, depth} = treatments[finish];
  return {
    name,
    color,
    roughness,
    colorTexture: use(texture, woodTileM),
    normal: use('grain', woodTileM, {scale: depth}),
  };
}

/** A material of sprayed lacquer. */
export const lacquerMaterial = (name, color, use) => ({
  name,
  color,
  roughness: 0.42,
  normal: use('lacquer', [0.05, 0.05], {scale: 0.5}),
});

/** Brass that has been brushed and waxed. */
export const brass = {name: 'Brass', color: '#cda869', metallic: 1, roughness: 0.32};
/** Steel under black powder. */
export const blackSteel = {name: 'BlackSteel', color: '#262627', metallic: 0, roughness: 0.5};
