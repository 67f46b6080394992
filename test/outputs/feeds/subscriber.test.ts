/** Whoever is subscribed to a blog stays so when it leaves Blogger, and sees no post twice. */
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

/** Posts in a feed of Blogger, as of ours. */
const FEED_SIZE = 25;
/** Posts of the blog: more than a feed holds. */
const BLOG_SIZE = 40;

/** The old addresses of the feed, and the files that stand there now. */
const FEEDS: Readonly<Record<string, string>> = {
  '/feeds/posts/default': 'atom.xml',
  '/feeds/posts/default?alt=rss': 'rss.xml',
};

describeWithCorpus('a subscriber of a blog that leaves Blogger', (corpus) => {
  describeWith(['newsboat'], 'reads with newsboat', (program) => {
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
      const posts = newestPosts(corpusContent(corpus, content), BLOG_SIZE);
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

    it('the posts of Blogger, once', async () => {
      expect(await unread()).toEqual([FEED_SIZE, FEED_SIZE]);
      expect(await unread()).toEqual([FEED_SIZE, FEED_SIZE]);
    });

    it('no post as new when the site takes the place of Blogger', async () => {
      const saved = folderWith({ 'feed.xml': required(blogger['/feeds/posts/default']) });
      const { exitCode, stdout, stderr } = await run(process.execPath, [
        ...['src/start.mjs', 'import-feed-ids', path.join(saved, 'feed.xml')],
        ...['--content', content],
      ]);
      expect(exitCode, stderr).toBe(0);
      expect(stdout).toContain(`Found ${FEED_SIZE} posts in 1 feed; added ${FEED_SIZE} ids`);
      expect(stdout).toContain(`: ${BLOG_SIZE}. Without an id yet: ${BLOG_SIZE - FEED_SIZE},`);
      await publish();
      expect(await unread()).toEqual([FEED_SIZE, FEED_SIZE]);
    });

    it('one post that is added', async () => {
      writeFiles(content, {
        'posts/after-the-move/index.md':
          '---\ntitle: After the move\npublishDate: 2026-01-02\n---\n\nWords.\n',
      });
      await publish();
      expect(await unread()).toEqual([FEED_SIZE + 1, FEED_SIZE + 1]);
    });

    it('no post as new that is edited', async () => {
      const file = path.join(newest.folder, 'index.md');
      const text = readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Another title');
      writeFileSync(file, `${text}\nOne more thing.\n`);
      await publish();
      expect(required(site).read('rss.xml')).toContain('<title>Another title</title>');
      expect(await unread()).toEqual([FEED_SIZE + 1, FEED_SIZE + 1]);
    });

    it('all posts again from a site that has lost the ids', async () => {
      rmSync(path.join(content, 'feed-ids.json'));
      await publish();
      const lost = FEED_SIZE + 1 + (FEED_SIZE - 1);
      expect(await unread()).toEqual([lost, lost]);
    });
  });
});

/** Leaves only the newest posts in the folder; gives them, the newest first. */
function newestPosts(content: string, count: number) {
  const problems = new Problems();
  const { posts } = loadContent(content, findContent(content, problems), () => {}, problems);
  const sorted = posts.toSorted(
    (a, b) => b.fields.publishDate.instant - a.fields.publishDate.instant,
  );
  for (const { folder } of sorted.slice(count)) rmSync(folder, { recursive: true });
  return sorted.slice(0, count);
}
