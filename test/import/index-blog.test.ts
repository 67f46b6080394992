/** What stays in memory of a blog that is read. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { indexBlog } from '../../src/import/index-blog.ts';
import type { ImportedItem } from '../../src/import/model.ts';
import { importedComment, importedEntry, memoryBlog } from '../support/memory-blog.ts';

const COUNT = 200;
/** Characters of a body. */
const SIZE = 1_000_000;

/** As readers give them: parts of the piece of the file that they have just read. */
async function* items(): AsyncGenerator<ImportedItem> {
  for (let number = 0; number < COUNT; number++) {
    const piece = `<id>the long id of entry ${number}</id>${'x'.repeat(SIZE)}`.replaceAll('<', ' ');
    const id = piece.slice(4, piece.indexOf(' /id'));
    const entry = importedEntry({ id, title: id, slug: id, legacyUrls: [`/${id}`], html: piece });
    yield { ...entry, authors: [id], tags: [id] };
    yield importedComment({ id: `comment on ${id}`, entry: id, html: piece });
  }
}

it('bodies do not stay', async () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('V8 offers no garbage collection.');
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  const index = await indexBlog({ ...memoryBlog([]), items });
  expect(used() - before).toBeLessThan((COUNT * SIZE) / 20);
  expect(index.entries).toHaveLength(COUNT);
  expect(index.comments.of('the long id of entry 7')).toMatchObject([{ author: 'Ada' }]);
  index.comments.close();
});
