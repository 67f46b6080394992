/** Reading time of a post. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

interface ReadingTimeProps {
  readonly words: Words;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
}

export function ReadingTime({ words, minutes }: ReadingTimeProps): VNode {
  return <p class="reading-time">{words.readingTime(minutes)}</p>;
}
