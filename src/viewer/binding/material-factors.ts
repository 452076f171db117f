import {
  type Color,
  LinearSRGBColorSpace,
  LineBasicMaterial,
  Material,
  MeshBasicMaterial,
  MeshPhysicalMaterial,
  MeshStandardMaterial,
  PointsMaterial,
} from 'three';

/** A factor as a plan sets it: one number, or linear colour factors, of which a fourth is opacity. */
export type FactorValue = number | readonly number[];

/** A number or colour of a material that a plan may set. */
export interface Factor {
  readonly takes: 'number' | 'color' | 'color with opacity';
  /** Remembers what the material has now; calling the result brings it back. `null`: it has no such factor. */
  remember(material: Material): (() => void) | null;
  /** Only for materials that have the factor. */
  write(material: Material, value: FactorValue): void;
}

type Kind<M extends Material> = new () => M;
type KeysOf<M, Type> = {[Key in keyof M]: M[Key] extends Type ? Key : never}[keyof M];

function number<M extends Material>(kind: Kind<M>, key: KeysOf<M, number>, least = -Infinity): Factor {
  return {
    takes: 'number',
    remember(material) {
      if (!(material instanceof kind)) return null;
      const before = material[key];
      return () => (material[key] = before);
    },
    write(material, value) {
      if (typeof value === 'number') Reflect.set(material, key, Math.max(value, least));
    },
  };
}

function color<M extends Material>(kind: Kind<M>, colorOf: (material: M) => Color): Factor {
  return {
    takes: 'color',
    remember(material) {
      if (!(material instanceof kind)) return null;
      const before = colorOf(material).clone();
      return () => colorOf(material).copy(before);
    },
    write(material, value) {
      if (material instanceof kind) setColor(colorOf(material), value);
    },
  };
}

function setColor(target: Color, value: FactorValue): void {
  if (typeof value === 'number') return;
  const [red = 1, green = 1, blue = 1] = value;
  target.setRGB(red, green, blue, LinearSRGBColorSpace);
}

/** The kinds of material that the loader makes; all have a base colour, most have nothing else in common. */
type ColoredMaterial = MeshStandardMaterial | MeshBasicMaterial | PointsMaterial | LineBasicMaterial;

export function isColored(material: Material): material is ColoredMaterial {
  return [MeshStandardMaterial, MeshBasicMaterial, PointsMaterial, LineBasicMaterial].some(
    (kind) => material instanceof kind,
  );
}

const baseColor: Factor = {
  takes: 'color with opacity',
  remember(material) {
    if (!isColored(material)) return null;
    const before = material.color.clone();
    const {opacity} = material;
    return () => {
      material.color.copy(before);
      material.opacity = opacity;
    };
  },
  write(material, value) {
    if (!isColored(material)) return;
    setColor(material.color, value);
    if (typeof value !== 'number' && value[3] !== undefined) material.opacity = value[3];
  },
};

// Zero would take the feature out of the shader, and the next change would compile another one. Transmission may be
// zero all the same: it draws the whole scene a second time.
const barely = 1e-4;
const standard = MeshStandardMaterial;
const physical = MeshPhysicalMaterial;

/** By pointer within the material. */
export const factors: ReadonlyMap<string, Factor> = new Map<string, Factor>([
  ['pbrMetallicRoughness/baseColorFactor', baseColor],
  ['pbrMetallicRoughness/metallicFactor', number(standard, 'metalness')],
  ['pbrMetallicRoughness/roughnessFactor', number(standard, 'roughness')],
  ['emissiveFactor', color(standard, (material) => material.emissive)],
  ['alphaCutoff', number(Material, 'alphaTest', barely)],
  ['occlusionTexture/strength', number(standard, 'aoMapIntensity')],
  ['extensions/KHR_materials_emissive_strength/emissiveStrength', number(standard, 'emissiveIntensity')],
  ['extensions/KHR_materials_sheen/sheenColorFactor', color(physical, (material) => material.sheenColor)],
  ['extensions/KHR_materials_sheen/sheenRoughnessFactor', number(physical, 'sheenRoughness')],
  ['extensions/KHR_materials_clearcoat/clearcoatFactor', number(physical, 'clearcoat', barely)],
  ['extensions/KHR_materials_clearcoat/clearcoatRoughnessFactor', number(physical, 'clearcoatRoughness')],
  ['extensions/KHR_materials_specular/specularFactor', number(physical, 'specularIntensity')],
  ['extensions/KHR_materials_specular/specularColorFactor', color(physical, (material) => material.specularColor)],
  ['extensions/KHR_materials_ior/ior', number(physical, 'ior')],
  ['extensions/KHR_materials_transmission/transmissionFactor', number(physical, 'transmission')],
  ['extensions/KHR_materials_volume/thicknessFactor', number(physical, 'thickness')],
  ['extensions/KHR_materials_volume/attenuationDistance', number(physical, 'attenuationDistance')],
  ['extensions/KHR_materials_volume/attenuationColor', color(physical, (material) => material.attenuationColor)],
  ['extensions/KHR_materials_iridescence/iridescenceFactor', number(physical, 'iridescence', barely)],
  ['extensions/KHR_materials_iridescence/iridescenceIor', number(physical, 'iridescenceIOR')],
  ['extensions/KHR_materials_iridescence/iridescenceThicknessMinimum', number(physical, 'iridescenceThicknessMinimum')],
  ['extensions/KHR_materials_iridescence/iridescenceThicknessMaximum', number(physical, 'iridescenceThicknessMaximum')],
  ['extensions/KHR_materials_anisotropy/anisotropyStrength', number(physical, 'anisotropy', barely)],
  ['extensions/KHR_materials_anisotropy/anisotropyRotation', number(physical, 'anisotropyRotation')],
  ['extensions/KHR_materials_dispersion/dispersion', number(physical, 'dispersion', barely)],
]);
