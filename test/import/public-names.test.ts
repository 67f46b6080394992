import { expect, it } from 'vitest';
import type { Blog, ImportedItem } from '../../src/import/model.ts';
import { withPublicNames } from '../../src/import/public-names.ts';

const PLACE = { file: 'feed.atom' };

it('publishes no e-mail address as a name', async () => {
  const blog: Blog = {
    facts: { hosts: [] },
    async *items(): AsyncGenerator<ImportedItem> {
      yield { type: 'author', name: 'rosa@garden.test', legacyUrls: [] };
      for (const author of ['rosa@garden.test', 'Rosa @ home', ''])
        yield {
          type: 'comment',
          id: 'c',
          place: PLACE,
          entry: 'p',
          anchor: 'c',
          author,
          html: 'Red',
        };
    },
  };
  const names: string[] = [];
  for await (const item of withPublicNames(blog).items())
    names.push(item.type === 'author' ? item.name : item.type === 'comment' ? item.author : '');
  expect(names).toEqual(['rosa', 'rosa', 'Rosa @ home', '']);
});
