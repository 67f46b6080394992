/** Tells which texts link to one that the writer is about to delete. */
import { basename, dirname, join } from 'node:path';
import { displayPath } from '../../lib/user-folder.ts';
import { firstFew } from '../../lib/wording.ts';
import type { FileChange } from './change-files.ts';
import { innerPath } from './content-paths.ts';
import type { Pages } from './page-builder.ts';
import { Refusal, UNCONFIRMED } from './refusal.ts';

/** Deleted texts whose links are looked for; each takes a second in a large blog. */
const MAX_TEXTS = 10;
const TEXT = /^(?:posts\/[^/]+\/index|pages\/.+)\.md$/;

/** @throws {Refusal} if the writer should think again */
export async function confirmDeletions(
  contentDir: string,
  changes: readonly FileChange[],
  pages: Pages,
): Promise<void> {
  const deleted = changes
    .filter(({ operation }) => operation === 'delete')
    .map(({ path }) => innerPath(contentDir, path))
    .filter((path) => TEXT.test(path))
    .map((path) => join(contentDir, path));
  const going = new Set(deleted.map(displayPath));
  const others = new Set<string>();
  for (const path of deleted.slice(0, MAX_TEXTS))
    for (const { file } of await pages.linksLostWithout(path))
      if (!going.has(file)) others.add(nameOf(file));
  if (others.size === 0) return;
  const names = firstFew([...others].toSorted(), 5);
  throw new Refusal(
    UNCONFIRMED,
    `Links in ${names} lead to what you are deleting. Readers who follow them would find nothing. Delete it anyway?`,
  );
}

/** Of a post, that of its folder. */
function nameOf(file: string): string {
  return basename(file) === 'index.md' ? basename(dirname(file)) : basename(file);
}
