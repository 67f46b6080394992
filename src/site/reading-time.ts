/** How long it takes to read a text. */
import type { Reading } from '../markdown/reading.ts';

/** Words that adults read in silence: the mean for non-fiction of https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238;
/** Letters of Chinese or Japanese in the same time, as blogs in these languages reckon. */
const CHARACTERS_A_MINUTE = 500;

/** In whole minutes, at least one. */
export function minutesOf({ words, characters }: Pick<Reading, 'words' | 'characters'>): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));
}
