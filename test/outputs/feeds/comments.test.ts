/** The empty feed for subscribers to the comments on Blogger. */
import { expect, it } from 'vitest';
import { buildSite, built } from '../../support/build-site.ts';
import { oldBlog } from '../../support/old-blog.ts';
import { folderWith } from '../../support/scratch.ts';
import { childText, parseXml, xmlElements } from '../../support/xml.ts';

it('is valid Atom and says where the comments are', async () => {
  const { output } = built(await buildSite({ content: oldBlog('https://example.org/blog/') }));
  const text = output.read('comments/atom.xml');
  const feed = parseXml(text);
  expect(feed.name).toBe('feed');
  expect(childText(feed, 'id')).toBe('https://example.org/blog/comments/atom.xml');
  expect(childText(feed, 'title')).toBe('Comments \u2013 Old blog');
  expect(childText(feed, 'subtitle')).toBe(
    'The comments stayed behind when this blog left Blogger.',
  );
  // RFC 3339; never the time of a build.
  expect(childText(feed, 'updated')).toBe('1970-01-01T00:00:00Z');
  expect(xmlElements(feed, 'entry')).toEqual([]);
  expect(output.read('feeds/comments/default/index.xml')).toBe(text);
});

it('exists only for blogs from Blogger', async () => {
  const content = folderWith({
    'site.yaml': 'title: Garden\nurl: https://example.org/\n',
    'posts/a/index.md': "---\ntitle: A\npublishDate: '2024-03-10'\n---\n\nWords.\n",
  });
  const { output } = built(await buildSite({ content }));
  expect(output.has('comments/atom.xml')).toBe(false);
});
