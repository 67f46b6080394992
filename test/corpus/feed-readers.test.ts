/** Feeds of the corpus in real feed readers, over HTTP. */
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import schema from 'jsonfeed-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, type OutputFolder } from '../support/build-site.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { attributes, parsePage, textOf, tokensOf } from '../support/dom.ts';
import { describeUnless, describeWith, describeWithCorpus } from '../support/describe-with.ts';
import {
  findPythonFeedparser,
  newsboat,
  nodeFeedparser,
  pythonFeedparser,
  rssParser,
  type FeedReader,
} from '../support/feed-readers.ts';
import { FEED_FORMATS } from '../support/feeds.ts';
import { required } from '../support/required.ts';
import { serve, type Override } from '../verify/server.ts';

const XML_FORMATS = FEED_FORMATS.filter(({ file }) => file.endsWith('.xml'));
const TYPES: Readonly<Record<string, string>> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
};
/** Folders of feeds that are full. */
const LISTS = { site: '', tag: 'tags/pycon/', author: 'authors/ee-durbin/' };

describeWithCorpus('feeds of the corpus', (corpus) => {
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = built(await corpusSite(corpus)));
  });

  function readsAll(read: FeedReader): void {
    describe.each(XML_FORMATS)('as $title', (format) => {
      // Authors have their feeds in Atom alone.
      const lists = Object.entries(LISTS).filter(
        ([list]) => list !== 'author' || format.title === 'Atom',
      );
      it.each(lists)('of the %s are read completely', async (_, folder) => {
        const file = folder + format.file;
        const body = output.read(file);
        const answer: Override = () => ({
          status: 200,
          headers: { 'content-type': required(TYPES[format.file]) },
          body,
        });
        const { url } = await serve(output.path, { [`/${file}`]: answer });
        const seen = await read(url + file);
        const posts = format.read(body).items;
        expect(posts).toHaveLength(25);
        // Some have no place for authors or tags.
        const authors = seen.some(({ author }) => author !== undefined);
        const tags = seen.some((post) => post.tags !== undefined);
        expect(
          seen.map((post) => ({
            ...post,
            ...(tags && { tags: post.tags ?? [] }),
            content: essence(post.content),
          })),
        ).toEqual(
          posts.map((post) => ({
            title: post.title,
            url: post.url,
            published: Date.parse(post.published),
            author: authors ? post.authors[0] : undefined,
            tags: tags ? post.tags : undefined,
            content: essence(post.content ?? ''),
          })),
        );
      });
    });
  }

  describe('in rss-parser', () => {
    readsAll(rssParser);
  });
  describe('in feedparser of npm', () => {
    readsAll(nodeFeedparser);
  });

  const python = findPythonFeedparser();
  const lacking = python === undefined ? 'python3-feedparser is not installed' : undefined;
  describeUnless(lacking, 'in feedparser of Python', () =>
    readsAll(pythonFeedparser(required(python))),
  );
  describeUnless(lacking, 'with Python', () => {
    describeWith(['newsboat'], 'in newsboat', (program) =>
      readsAll(newsboat(program, required(python))),
    );
  });

  it('match the JSON Feed schema', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    const files = output.files().filter((file) => file.endsWith('feed.json'));
    expect(files).toHaveLength(1 + 157);
    for (const file of files) {
      const feed: unknown = JSON.parse(output.read(file));
      validate(feed);
      expect(validate.errors, file).toBeNull();
    }
  });
});

/** Readers write a post's HTML in their own way; its words and addresses must be the same. */
function essence(html: string): object {
  const document = parsePage(html);
  const addresses = ['href', 'src'].flatMap((name) => attributes(document, name));
  return {
    words: tokensOf(textOf(document)),
    addresses: addresses.map((address) => new URL(address).href),
  };
}
