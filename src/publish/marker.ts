/** The sign by which an output folder is known as Perennial's own, to be replaced at the next build. */
import type { OutputFile } from '../site/model.ts';

export const MARKER: OutputFile = {
  path: '/.perennial',
  content: 'Perennial made this folder and replaces it at every build.\n',
};
