import {TwikError} from '../../core/error.js';
import {fieldOfView} from '../camera/framing.js';
import type {OrbitLimits, Vector} from '../camera/orbit.js';
import type {CameraRules} from '../camera/stage-camera.js';

/** How a page says what the camera does; each empty or `auto` for what the scene makes of it. */
export interface CameraWords {
  /** Angle about the vertical axis, angle from straight above, distance: `30deg 75deg 120%`. 100 % shows all. */
  readonly cameraOrbit: string;
  /** What is looked at, in the scene: `0m 0.5m 0m`. */
  readonly cameraTarget: string;
  /** Vertical: `30deg`. */
  readonly fieldOfView: string;
  /** As far as a person may turn and come near, as an orbit. */
  readonly minCameraOrbit: string;
  readonly maxCameraOrbit: string;
}

/** A number with what it counts: radians, metres, or shares of what is usual. `null`: as usual. */
type Quantity = {readonly kind: 'angle' | 'length' | 'share'; readonly amount: number} | null;

const units: Readonly<Record<string, readonly [kind: 'angle' | 'length' | 'share', factor: number]>> = {
  'deg': ['angle', Math.PI / 180],
  'rad': ['angle', 1],
  'm': ['length', 1],
  'cm': ['length', 0.01],
  'mm': ['length', 0.001],
  '%': ['share', 0.01],
};

/** No camera is inside what it looks at, in metres. */
const nearest = 1e-4;

/** Narrower or wider than any lens. */
const [narrowest, widest] = [Math.PI / 180, (Math.PI / 180) * 150];

/**
 * Reads what attributes say of the camera. What cannot be read is told and counts as not said.
 *
 * @param onError - Gets a TwikError `attribute-invalid`, whose path is the attribute.
 */
export function readCamera(words: CameraWords, onError: (error: TwikError) => void): CameraRules {
  const orbitOf = (name: keyof CameraWords): readonly Quantity[] => read(name, ['angle', 'angle', 'length'], true);
  const start = orbitOf('cameraOrbit');
  const target = read('cameraTarget', ['length', 'length', 'length'], false);
  const [lens] = read('fieldOfView', ['angle'], false);
  const least = orbitOf('minCameraOrbit');
  const most = orbitOf('maxCameraOrbit');
  return {
    fieldOfView: lens ? Math.min(widest, Math.max(narrowest, lens.amount)) : fieldOfView,
    home: (orbit) => ({
      azimuth: amountOf(start[0], orbit.azimuth),
      polar: amountOf(start[1], orbit.polar),
      distance: amountOf(start[2], orbit.distance),
      target: orbit.target.map((usual, axis) => amountOf(target[axis], usual)) as unknown as Vector,
    }),
    limits: (limits, whole) => within(limits, least, most, whole),
  };

  function read(name: keyof CameraWords, kinds: readonly string[], hasShares: boolean): readonly Quantity[] {
    const said = words[name].trim();
    if (said === '') return [];
    const quantities = said.split(/\s+/).map(quantityOf);
    const isRight =
      quantities.length === kinds.length &&
      quantities.every((quantity, place) => {
        if (quantity === undefined) return false;
        return !quantity || quantity.kind === kinds[place] || (hasShares && quantity.kind === 'share' && place === 2);
      });
    if (isRight) return quantities as readonly Quantity[];
    onError(
      new TwikError('attribute-invalid', `${attributeOf(name)}="${said}" cannot be read. ${cures[name]}`, {
        path: attributeOf(name),
      }),
    );
    return [];
  }
}

const orbitCure = 'Write two angles and a distance, such as "30deg 75deg 120%" or "auto auto 2m".';
const cures: Readonly<Record<keyof CameraWords, string>> = {
  cameraOrbit: orbitCure,
  cameraTarget: 'Write three lengths, such as "0m 0.5m 0m" or "auto auto auto".',
  fieldOfView: 'Write an angle, such as "30deg" or "auto".',
  minCameraOrbit: orbitCure,
  maxCameraOrbit: orbitCure,
};

function within(
  limits: OrbitLimits,
  least: readonly Quantity[],
  most: readonly Quantity[],
  whole: number,
): OrbitLimits {
  const far = (quantity: Quantity | undefined, usual: number): number =>
    quantity?.kind === 'share' ? quantity.amount * whole : amountOf(quantity, usual);
  const [minAzimuth, maxAzimuth] = inOrder(amountOf(least[0], -Infinity), amountOf(most[0], Infinity));
  const [minPolar, maxPolar] = inOrder(amountOf(least[1], limits.minPolar), amountOf(most[1], limits.maxPolar));
  const [minDistance, maxDistance] = inOrder(
    Math.max(nearest, far(least[2], limits.minDistance)),
    far(most[2], limits.maxDistance),
  );
  return {minAzimuth, maxAzimuth, minPolar, maxPolar, minDistance, maxDistance};
}

/** Limits that exclude each other hold the camera at the lower one. */
function inOrder(least: number, most: number): [number, number] {
  return [least, Math.max(least, most)];
}

function amountOf(quantity: Quantity | undefined, usual: number): number {
  if (!quantity) return usual;
  return quantity.kind === 'share' ? quantity.amount * usual : quantity.amount;
}

/** An angle in radians; `undefined` where nothing is said, `null` where it is no angle. */
export function readAngle(said: string): number | null | undefined {
  if (said === '') return undefined;
  const quantity = quantityOf(said);
  return quantity?.kind === 'angle' ? quantity.amount : null;
}

/** `undefined`: not a quantity. */
function quantityOf(word: string): Quantity | undefined {
  if (word === 'auto') return null;
  const [, digits = '', unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(deg|rad|mm|cm|m|%)$/i.exec(word) ?? [];
  const known = units[unit.toLowerCase()];
  const amount = Number(digits) * (known?.[1] ?? 0);
  return known && Number.isFinite(amount) ? {kind: known[0], amount} : undefined;
}

function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
