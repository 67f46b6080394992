/** Reads colours as people write them, and converts them to and from OKLCH. https://www.w3.org/TR/css-color-4/#ok-lab */
import { COLOUR_NAMES } from './names.ts';

/** Lightness from 0 to 1, chroma from 0 to about 0.4, hue in degrees. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Triple = readonly [number, number, number];

const OKLCH = /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)(%?)\s+(-?[\d.]+)(?:deg)?\s*\)$/i;
/** Chroma that `100%` stands for. */
const FULL_CHROMA = 0.4;

/** Reads `#rgb`, `#rrggbb`, a name or `oklch(L C H)`; `undefined` for anything else. */
export function readColour(written: string): Oklch | undefined {
  const text = written.trim().toLowerCase();
  const hex = COLOUR_NAMES.get(text) ?? /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const [, lightness, percent, chroma, chromaPercent, hue] = OKLCH.exec(text) ?? [];
  const read = {
    lightness: Number(lightness) / (percent === '%' ? 100 : 1),
    chroma: Number(chroma) * (chromaPercent === '%' ? FULL_CHROMA / 100 : 1),
    hue: Number(hue),
  };
  const isColour = read.lightness <= 1 && read.chroma <= 0.5 && Number.isFinite(read.hue);
  return isColour ? read : undefined;
}

/** The nearest colour of sRGB with this lightness and hue: `#22644a`. */
export function toHex({ lightness, chroma, hue }: Oklch): string {
  let [inside, outside] = [0, chroma];
  if (isInGamut({ lightness, chroma, hue })) inside = chroma;
  else
    for (let step = 0; step < 20; step++) {
      const middle = (inside + outside) / 2;
      if (isInGamut({ lightness, chroma: middle, hue })) inside = middle;
      else outside = middle;
    }
  const digits = linearOf({ lightness, chroma: inside, hue }).map((share) =>
    Math.round(255 * encoded(Math.min(1, Math.max(0, share))))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = linearChannels(hex.slice(1));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function fromHex(digits: string): Oklch {
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [red, green, blue] = linearChannels(six);
  const [l, m, s] = [
    Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue),
    Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue),
    Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue),
  ] as const;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: (Math.atan2(b, a) * 180) / Math.PI,
  };
}

function isInGamut(colour: Oklch): boolean {
  // Rounding to eight bits hides less.
  return linearOf(colour).every((share) => share > -0.0005 && share < 1.0005);
}

/** Linear light of red, green and blue; outside of 0 to 1 for colours that sRGB lacks. */
function linearOf({ lightness, chroma, hue }: Oklch): Triple {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const [l, m, s] = [
    (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as const;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** @param digits six hexadecimal digits */
function linearChannels(digits: string): Triple {
  const channel = (at: number): number => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

function encoded(share: number): number {
  return share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055;
}
