/** File that marks an output folder as Perennial's own, so that a build may replace it. */
import type { OutputFile } from '../site/model.ts';

export const MARKER: OutputFile = {
  path: '/.perennial',
  content: 'Perennial made this folder and replaces it at every build.\n',
};
