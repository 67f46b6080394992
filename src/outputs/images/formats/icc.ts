/** Reads colour profiles. https://www.color.org/specification/ICC.1-2022-05.pdf */

/** Area of the triangle between the primaries of sRGB, adapted to D50, in CIE xy. */
const SRGB_AREA = 0.109;
/** Profiles of monitors, whose area differs from it by chance, gain nothing. */
const MIN_RATIO = 1.1;

/** Whether a profile of RGB pixels has more colours than sRGB, as Display P3 and Adobe RGB do. */
export function isWideGamut(profile: Buffer): boolean {
  if (profile.length < 132 || profile.toString('latin1', 16, 20) !== 'RGB ') return false;
  const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => xyOf(profile, name));
  if (red === undefined || green === undefined || blue === undefined) return false;
  const [a, b] = [red.x - blue.x, red.y - blue.y];
  const [c, d] = [green.x - blue.x, green.y - blue.y];
  return Math.abs(a * d - b * c) / 2 > MIN_RATIO * SRGB_AREA;
}

/** Chromaticity of a primary; `undefined` if the profile has none of this name. */
function xyOf(
  profile: Buffer,
  name: string,
): { readonly x: number; readonly y: number } | undefined {
  const count = profile.readUInt32BE(128);
  for (let at = 132; at + 12 <= Math.min(profile.length, 132 + 12 * count); at += 12) {
    if (profile.toString('latin1', at, at + 4) !== name) continue;
    const start = profile.readUInt32BE(at + 4) + 8;
    if (start + 12 > profile.length) return undefined;
    const [x = 0, y = 0, z = 0] = [0, 4, 8].map((skip) => profile.readInt32BE(start + skip));
    return { x: x / (x + y + z), y: y / (x + y + z) };
  }
  return undefined;
}
