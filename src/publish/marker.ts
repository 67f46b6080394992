/**
 * File that marks an output folder as Perennial's own, so that a build may replace it. It lists the
 * published addresses, which the next build compares with its own.
 */
import type { OutputFile, Published } from '../site/model.ts';

export const MARKER = '/.perennial';

const ABOUT =
  'Perennial made this folder and replaces it at every build, which warns if one of these addresses is lost.';

export function markerFile(published: Published): OutputFile {
  return { path: MARKER, content: `${JSON.stringify({ about: ABOUT, ...published })}\n` };
}
