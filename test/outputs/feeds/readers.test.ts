/** Feed readers show unusual names as written. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type OutputFolder } from '../../support/build-site.ts';
import { describeUnless, describeWith } from '../../support/describe-with.ts';
import {
  findPythonFeedparser,
  newsboat,
  nodeFeedparser,
  pythonFeedparser,
  rssParser,
  type FeedReader,
} from '../../support/feed-readers.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';
import { serve } from '../../verify/server.ts';

const ODD = 'A & B &amp; <b>c</b> ]]> "d" \u{1f331} e\u2028f \u200f\u05d0\u05d1\u200e </title> g';

const POST = {
  title: ODD.replace('&amp;', '&amp;amp;'),
  publishDate: '2024-03-10',
  author: ODD,
  tags: [ODD],
  guid: 'urn:x:<&>]]>',
};

const TYPES = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
};

describe.each(Object.entries(TYPES))('%s with unusual names', (file, type) => {
  let output: OutputFolder;

  beforeAll(async () => {
    const content = folderWith({
      'site.yaml': `title: ${JSON.stringify(ODD)}\ndescription: ${JSON.stringify(ODD)}\nurl: https://example.org/\ntypography: off\n`,
      'posts/odd/index.md': `---\n${JSON.stringify(POST)}\n---\n\nWords.\n`,
    });
    ({ output } = built(await buildSite({ content })));
  });

  function reads(read: FeedReader, title = ODD): void {
    it('shows them as written', async () => {
      const answer = { status: 200, headers: { 'content-type': type }, body: output.read(file) };
      const { url } = await serve(output.path, { [`/${file}`]: () => answer });
      const [post, ...others] = await read(url + file);
      expect(others).toEqual([]);
      expect(post?.title).toBe(title);
      expect([undefined, ODD]).toContain(post?.author);
      expect([undefined, ODD]).toContain(post?.tags?.[0]);
      expect(post?.content.trim()).toBe('<p>Words.</p>');
    });
  }

  describe('in rss-parser', () => {
    reads(rssParser);
  });
  describe('in feedparser of npm', () => {
    // It removes what looks like a tag, even if Atom declares the title as text.
    reads(nodeFeedparser, ODD.replace(/<.*?>/g, ''));
  });
  const python = findPythonFeedparser();
  const lacking = python === undefined ? 'python3-feedparser is not installed' : undefined;
  describeUnless(lacking, 'in feedparser of Python', () =>
    reads(pythonFeedparser(required(python))),
  );
  describeUnless(lacking, 'with Python', () => {
    describeWith(['newsboat'], 'in newsboat', (program) =>
      reads(newsboat(program, required(python))),
    );
  });
});
