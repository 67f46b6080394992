/** Input of one case. */
import type { KnownText } from './known-text.ts';

export interface FuzzInput {
  readonly markdown: string;
  /** Absent when nothing happened to it. */
  readonly frontMatter: string | undefined;
  /** Words that were put into plain paragraphs, each once, after all else had happened. */
  readonly markers: readonly string[];
  /** What must become of the Markdown, if that is known. */
  readonly known?: KnownText;
}
