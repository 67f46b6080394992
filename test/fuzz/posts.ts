/** The posts to mutate: those of `CORPUS_DIR` if set, and the project's own. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpusDir } from '../support/corpus.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A post's file in its two parts, neither of them parsed. */
export interface Post {
  /** The lines between the two `---`. */
  readonly frontMatter: string;
  readonly body: string;
}

/** The project's own posts alone: the same on every machine. */
export function ownPosts(): Post[] {
  return ['example', 'sites']
    .map((name) => path.join(ROOT, 'test/fixtures', name))
    .flatMap(postsBelow);
}

/** Every post there is. */
export function allPosts(): Post[] {
  return [...ownPosts(), ...(corpusDir === undefined ? [] : postsBelow(corpusDir))];
}

function postsBelow(folder: string): Post[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const parts = /^---\r?\n(.*?)^---[ \t]*\r?\n(.*)$/ms.exec(text);
      return parts === null ? [] : [{ frontMatter: parts[1] ?? '', body: parts[2] ?? '' }];
    });
}
