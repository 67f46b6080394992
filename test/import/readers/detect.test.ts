import { expect, it } from 'vitest';
import { findBlogs } from '../../../src/import/readers/detect.ts';
import { FORMATS } from '../../../src/import/readers/reader.ts';
import { memorySource } from '../../support/memory-source.ts';
import { entriesIn, leftOutIn, readImport } from '../../support/read-import.ts';
import { feedOf, takeout } from '../../support/takeout.ts';

const OPTIONS = { fetch: async (url: string) => ({ url, text: '' }) };

it('says what it looked for, and what is there', async () => {
  const source = memorySource({ 'a.txt': 'x', 'b/c.TXT': 'x', 'b/d.jpg': 'x', LICENSE: 'x' });
  await expect(findBlogs(source, OPTIONS)).rejects.toMatchObject({
    name: 'SourceError',
    message: expect.stringMatching(
      /^export is none of the exports that Perennial knows\. Looked for: a Google Takeout of Blogger;.* It holds 4 files: 2 \.txt, 1 \.jpg, 1 without an ending\. /,
    ),
  });
});

it('asks only the reader of the format that the user names', async () => {
  await expect(findBlogs(takeout([]), OPTIONS, 'blogger-backup')).rejects.toThrow(
    'Looked for: a backup or saved feed of Blogger.',
  );
  const { reader } = await findBlogs(takeout([]), OPTIONS, 'blogger-takeout');
  expect(FORMATS).toContain(reader.format);
});

it('reports members that were not taken', async () => {
  const skipped = [{ path: '../evil', reason: 'files whose path leads out of the export' }];
  const { items } = await readImport({ ...takeout([{ number: 1, title: 'A' }]), skipped });
  expect(leftOutIn(items)).toEqual(['files whose path leads out of the export: ../evil']);
  expect(entriesIn(items)).toHaveLength(1);
});

it('takes the export before a feed that lies beside it', async () => {
  const { format } = await readImport(
    memorySource({
      'feed.atom': feedOf([]),
      'saved.xml': '<rss version="2.0"><channel/></rss>',
    }),
  );
  expect(format).toBe('blogger-takeout');
});
