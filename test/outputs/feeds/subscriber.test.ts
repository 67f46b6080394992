/** Subscribers stay subscribed when a blog leaves Blogger, and see no post twice. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadContent } from '../../../src/content/load-content.ts';
import { findContent } from '../../../src/content/find-content.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { bloggerAtom, bloggerId, bloggerRss } from '../../support/blogger-feed.ts';
import { buildSite, built, run, type OutputFolder } from '../../support/build-site.ts';
import { corpusContent } from '../../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../../support/describe-with.ts';
import { Newsboat } from '../../support/newsboat.ts';
import { required } from '../../support/required.ts';
import { folderWith, temporaryFolder, writeFiles } from '../../support/scratch.ts';

/** Posts per feed, on Blogger and here. */
const FEED_SIZE = 25;
/** Posts of the blog, more than fit in a feed. */
const BLOG_SIZE = 40;

/** Old feed URLs, and the files that replace them. */
const FEEDS: Readonly<Record<string, string>> = {
  '/feeds/posts/default': 'atom.xml',
  '/feeds/posts/default?alt=rss': 'rss.xml',
};

describeWithCorpus('a subscriber to a blog that leaves Blogger', (corpus) => {
  describeWith(['newsboat'], 'sees in newsboat', (program) => {
    /** What answers at the feed's addresses: Blogger at first, then a site. */
    let site: OutputFolder | undefined;
    let blogger: Readonly<Record<string, string>> = {};
    const server = createServer(({ url = '' }, response) => {
      const file = FEEDS[url];
      const current = Object.values(FEEDS).find((name) => url === `/${name}`);
      const source = current === undefined ? blogger[url] : site?.read(current);
      if (file !== undefined && site !== undefined)
        response.writeHead(301, { location: `/${file}` }).end();
      else if (source === undefined) response.writeHead(404).end();
      else response.setHeader('content-type', 'application/xml').end(source);
    });
    const content = path.join(temporaryFolder(), 'content');
    const newest = { folder: '' };
    const subscribers: Newsboat[] = [];
    const unread = (): Promise<number[]> => Promise.all(subscribers.map((one) => one.reload()));
    const publish = async (): Promise<void> => {
      site = built(await buildSite({ content })).output;
    };

    beforeAll(async () => {
      const posts = await newestPosts(corpusContent(corpus, content), BLOG_SIZE);
      newest.folder = required(posts[0]).folder;
      const inFeed = posts.slice(0, FEED_SIZE).map(({ fields }, index) => ({
        id: bloggerId(index + 1),
        path: required(fields.legacyUrl[0]),
        title: fields.title,
        published: fields.publishDate.rfc3339,
      }));
      blogger = {
        '/feeds/posts/default': bloggerAtom(inFeed),
        '/feeds/posts/default?alt=rss': bloggerRss(inFeed),
      };
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('No port');
      for (const feed of Object.keys(FEEDS))
        subscribers.push(new Newsboat(program, `http://127.0.0.1:${address.port}${feed}`));
    });
    afterAll(() => {
      server.close();
    });

    it('the posts of Blogger once', async () => {
      expect(await unread()).toEqual([FEED_SIZE, FEED_SIZE]);
      expect(await unread()).toEqual([FEED_SIZE, FEED_SIZE]);
    });

    it('no new posts when the site replaces Blogger', async () => {
      const saved = folderWith({ 'feed.xml': required(blogger['/feeds/posts/default']) });
      const { exitCode, stdout, stderr } = await run(process.execPath, [
        ...['src/start.mjs', 'import-feed-ids', path.join(saved, 'feed.xml')],
        ...['--content', content],
      ]);
      expect(exitCode, stderr).toBe(0);
      expect(stdout).toContain(`Found ${FEED_SIZE} posts in 1 feed; added ${FEED_SIZE} IDs`);
      expect(stdout).toContain(`: ${BLOG_SIZE}. Still without an ID: ${BLOG_SIZE - FEED_SIZE},`);
      await publish();
      expect(await unread()).toEqual([FEED_SIZE, FEED_SIZE]);
    });

    it('one added post', async () => {
      writeFiles(content, {
        'posts/after-the-move/index.md':
          '---\ntitle: After the move\npublishDate: 2026-01-02\n---\n\nWords.\n',
      });
      await publish();
      expect(await unread()).toEqual([FEED_SIZE + 1, FEED_SIZE + 1]);
    });

    it('no edited post as new', async () => {
      const file = path.join(newest.folder, 'index.md');
      const text = readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Another title');
      writeFileSync(file, `${text}\nOne more thing.\n`);
      await publish();
      expect(required(site).read('rss.xml')).toContain('<title>Another title</title>');
      expect(await unread()).toEqual([FEED_SIZE + 1, FEED_SIZE + 1]);
    });

    it('all posts again if the site loses its IDs', async () => {
      rmSync(path.join(content, 'feed-ids.json'));
      await publish();
      const lost = FEED_SIZE + 1 + (FEED_SIZE - 1);
      expect(await unread()).toEqual([lost, lost]);
    });
  });
});

/** Keeps only the newest posts in the folder, and returns them newest first. */
async function newestPosts(content: string, count: number) {
  const problems = new Problems();
  const { posts } = await loadContent(content, findContent(content, problems), () => {}, problems);
  const sorted = posts.toSorted(
    (a, b) => b.fields.publishDate.instant - a.fields.publishDate.instant,
  );
  for (const { folder } of sorted.slice(count)) rmSync(folder, { recursive: true });
  return sorted.slice(0, count);
}
