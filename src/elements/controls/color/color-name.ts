import {msg, provideEnglish} from '../../messages.js';
import {enFields} from '../en.js';
import type {MessageCode} from '../../messages/en.js';

provideEnglish(enFields);

/** Where on the wheel of hues the word for one ends, in degrees. */
const hueWords: readonly (readonly [end: number, word: MessageCode])[] = [
  [15, 'color.red'],
  [45, 'color.orange'],
  [70, 'color.yellow'],
  [160, 'color.green'],
  [195, 'color.turquoise'],
  [255, 'color.blue'],
  [310, 'color.purple'],
  [345, 'color.pink'],
];

/** A colour `#rrggbb` for those who do not see it: `dark red, #8b0000`. */
export function colorName(code: string, locale: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(code.slice(at, at + 2), 16) / 255);
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const chroma = most - least;
  const lightness = (least + most) / 2;
  const isGray = chroma < 0.07;
  const say = (word: MessageCode, color = ''): string => msg(word, {color}, locale);
  if (lightness < 0.08) return `${say('color.black')}, ${code}`;
  if (lightness > (isGray ? 0.93 : 0.97)) return `${say('color.white')}, ${code}`;
  let hue = (green - blue) / chroma;
  if (most === green) hue = 2 + (blue - red) / chroma;
  else if (most === blue) hue = 4 + (red - green) / chroma;
  const color = say(isGray ? 'color.gray' : hueWord((hue * 60 + 360) % 360, {chroma, most, lightness}));
  const shaded = lightness < 0.3 ? say('color.dark', color) : lightness > 0.7 ? say('color.light', color) : color;
  return `${shaded}, ${code}`;
}

function hueWord(
  hue: number,
  {chroma, most, lightness}: {readonly chroma: number; readonly most: number; readonly lightness: number},
): MessageCode {
  // What would be orange is brown where it does not shine; what would be red is pink where it is pale.
  if (hue >= 15 && hue < 50 && (most < 0.7 || chroma < 0.45)) return 'color.brown';
  const word = hueWords.find(([end]) => hue < end)?.[1] ?? 'color.red';
  return word === 'color.red' && lightness > 0.75 ? 'color.pink' : word;
}
