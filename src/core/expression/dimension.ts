import type {Dimension} from './type.js';

/** Of a bare number. */
export const BARE: Dimension = {length: 0, mass: 0, angle: 0};
export const LENGTH: Dimension = {length: 1, mass: 0, angle: 0};
export const AREA: Dimension = {length: 2, mass: 0, angle: 0};
export const MASS: Dimension = {length: 0, mass: 1, angle: 0};
export const ANGLE: Dimension = {length: 0, mass: 0, angle: 1};

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return formatUnit(a) === formatUnit(b);
}

/** The dimension of `a` times `b` to the power given. */
export function combineDimensions(a: Dimension, b: Dimension, power: 1 | -1): Dimension {
  return {
    length: a.length + power * b.length,
    mass: a.mass + power * b.mass,
    angle: a.angle + power * b.angle,
  };
}

/** In words for messages, with its article: `a length`, `a bare number`, `a measure in g/mm2`. */
export function formatDimension(dimension: Dimension): string {
  const unit = formatUnit(dimension);
  const name = names[unit];
  return name ?? `a measure in ${unit}`;
}

const names: Readonly<Record<string, string>> = {
  '': 'a bare number',
  'mm': 'a length',
  'mm2': 'an area',
  'mm3': 'a volume',
  'g': 'a mass',
  'deg': 'an angle',
};

/** The base unit, such as `mm`, `g/mm2` or, for a bare number, `''`. */
export function formatUnit({length, mass, angle}: Dimension): string {
  const powers: [string, number][] = [
    ['g', mass],
    ['mm', length],
    ['deg', angle],
  ];
  const part = (sign: number): string =>
    powers
      .filter(([, power]) => power * sign > 0)
      .map(([unit, power]) => (power * sign > 1 ? `${unit}${power * sign}` : unit))
      .join('*');
  const above = part(1);
  const below = part(-1);
  return below ? `${above || '1'}/${below}` : above;
}
