/** Reads colour profiles. https://www.color.org/specification/ICC.1-2022-05.pdf */

/** Primaries of sRGB, adapted to D50: X and Y of red, green and blue. */
const SRGB = [0.436, 0.222, 0.385, 0.717, 0.143, 0.061];
/** Differences between profiles that are all meant to be sRGB. */
const TOLERANCE = 0.01;

/** Whether a profile of RGB pixels has other primaries than sRGB, as Display P3 and Adobe RGB do. */
export function isWideGamut(profile: Buffer): boolean {
  if (profile.length < 132 || profile.toString('latin1', 16, 20) !== 'RGB ') return false;
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].flatMap((name) => xyOf(profile, name));
  return (
    primaries.length === SRGB.length &&
    primaries.some((value, index) => Math.abs(value - (SRGB[index] ?? 0)) > TOLERANCE)
  );
}

/** X and Y of a colour; empty if the profile has none of this name. */
function xyOf(profile: Buffer, name: string): number[] {
  const count = profile.readUInt32BE(128);
  for (let at = 132; at + 12 <= Math.min(profile.length, 132 + 12 * count); at += 12) {
    if (profile.toString('latin1', at, at + 4) !== name) continue;
    const start = profile.readUInt32BE(at + 4) + 8;
    if (start + 8 > profile.length) return [];
    return [start, start + 4].map((place) => profile.readInt32BE(place) / 65_536);
  }
  return [];
}
