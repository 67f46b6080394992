/** The corpus as exports of old blogs, brought back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { buildSite, built, run, type OutputFolder } from '../support/build-site.ts';
import {
  bloggerId,
  bloggerPicture,
  corpusTakeout,
  corpusWxr,
  wordPressId,
  wordPressPicture,
} from '../support/corpus-exports.ts';
import { CORPUS_ORIGIN, corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import {
  attributes,
  elements,
  linkTarget,
  onlyWithClass,
  parsePage,
  textOf,
  tokensOf,
  withClass,
} from '../support/dom.ts';
import { oldPosts, type OldBlog } from '../support/old-posts.ts';
import { noise } from '../support/pictures.ts';
import { required } from '../support/required.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';
import { withServer } from '../support/text-server.ts';

const Rows = z.array(z.looseObject({ what: z.string(), reason: z.string() }));
const Report = z.object({
  arrived: z.record(z.string(), z.object({ arrived: z.number(), total: z.number() })),
  lost: Rows,
  gained: Rows,
  missing: Rows,
  notices: Rows,
});
type Report = z.output<typeof Report>;

interface Imported {
  readonly content: string;
  readonly report: Report;
}

/** Runs the command, as a person would, into an empty folder. */
async function importFrom(source: string, ...flags: readonly string[]): Promise<Imported> {
  const folder = temporaryFolder();
  const content = path.join(folder, 'content');
  const report = path.join(folder, 'report.json');
  const start = performance.now();
  const outcome = await run(process.execPath, [
    ...['src/start.mjs', 'import', source, '--content', content, '--report', report],
    ...flags,
  ]);
  console.log(`${path.basename(source)}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  return { content, report: Report.parse(JSON.parse(readFileSync(report, 'utf8'))) };
}

const Ids = z.object({ guid: z.string(), legacyUrl: z.string() });

/** Ids in the feeds of the old blog, and old addresses, of the imported posts. */
function idsIn(content: string): Map<string, string> {
  const files = filesBelow(path.join(content, 'posts')).filter((file) => file.endsWith('.md'));
  return new Map(
    files.map((file) => {
      const split = splitFrontMatter(readFileSync(file, 'utf8'));
      if (!split.ok) throw new Error(`${file} has no front matter`);
      const { guid, legacyUrl } = Ids.parse(split.frontMatter);
      return [guid, legacyUrl];
    }),
  );
}

function expectedIds({ posts }: OldBlog, idOf: (index: number) => string): Map<string, string> {
  return new Map(posts.map(({ legacyUrl }, index) => [idOf(index), legacyUrl]));
}

/** How much of them has arrived. */
function wordsAndPictures({ arrived }: Report) {
  return ['word', 'picture'].map((kind) => arrived[kind]);
}

const WORDS = 357_950;
/** Numbers of footnotes, which are no words of a text. */
const MARKS = 2;
/** Two links show the address of another post: the old one ends in `html`, the new one does not. */
const OLD_ENDINGS = 2;

const ALL = [WORDS - MARKS, 470].map((total) => ({ arrived: total, total }));

/** The body of a page without what is not the post's: the words and links of posters, and labels. */
function bodyOf(site: OutputFolder, address: string) {
  const body = onlyWithClass(site.page(address), 'e-content');
  for (const poster of withClass(body, 'embed')) poster.children = [];
  // The label of code that an editor left.
  for (const folded of withClass(body, 'leaked-code')) folded.children.shift();
  return body;
}

describeWithCorpus('the corpus from a Takeout', (corpus) => {
  const expected = expectations(corpus);
  let old: OldBlog;
  let imported: Imported;
  let output: OutputFolder;
  let before: OutputFolder;

  beforeAll(async () => {
    before = built(await corpusSite(corpus)).output;
    old = oldPosts(corpus, before, bloggerPicture);
    imported = await importFrom(corpusTakeout(old), '--no-download');
    ({ output } = built(
      await buildSite({
        content: imported.content,
        args: ['--no-images', '--no-cards', '--no-search'],
      }),
    ));
  });

  it('accounts for everything', () => {
    expect([...imported.report.lost, ...imported.report.gained]).toEqual([]);
    expect(imported.report.notices).toEqual([]);
    expect(wordsAndPictures(imported.report)).toEqual(ALL);
  });

  it('has all ids and old addresses', () => {
    expect(idsIn(imported.content)).toEqual(expectedIds(old, bloggerId));
  });

  it('has all pictures of the albums', () => {
    expect(imported.report.missing).toHaveLength(26);
  });

  it('redirects old addresses to the same texts', () => {
    let words = 0;
    for (const { url, legacyUrl } of expected.values()) {
      const stub = parsePage(output.read(legacyUrl.slice(1)));
      const now = required(linkTarget(stub, 'canonical'));
      const body = bodyOf(output, now.replace(CORPUS_ORIGIN, ''));
      const was = bodyOf(before, url);
      const tokens = tokensOf(textOf(body));
      expect(tokens, url).toEqual(tokensOf(textOf(was)));
      words += tokens.length;
      expect(attributes(body, 'href'), url).toHaveLength(attributes(was, 'href').length);
      for (const name of ['img', 'pre', 'h2', 'h3', 'table', 'blockquote', 'li'])
        expect(elements(body, name), `${name} of ${url}`).toHaveLength(elements(was, name).length);
    }
    expect(words).toBe(WORDS - OLD_ENDINGS);
  });
});

describeWithCorpus('the corpus from WordPress', (corpus) => {
  let old: OldBlog;
  let imported: Imported;

  beforeAll(async () => {
    const { output } = built(await corpusSite(corpus));
    const files: Record<string, Uint8Array> = {};
    await withServer(
      () => files,
      async (origin) => {
        old = oldPosts(corpus, output, (picture) => origin + wordPressPicture(picture));
        const other = await noise(8, 8).png().toBuffer();
        for (const picture of old.pictures)
          files[wordPressPicture(picture)] = picture.file ? readFileSync(picture.file) : other;
        imported = await importFrom(corpusWxr(old), '--allow-private');
      },
    );
  });

  it('accounts for everything', () => {
    expect([...imported.report.lost, ...imported.report.gained]).toEqual([]);
    expect(imported.report.notices).toEqual([]);
    expect(wordsAndPictures(imported.report)).toEqual(ALL);
  });

  it('has all ids and old addresses', () => {
    expect(idsIn(imported.content)).toEqual(expectedIds(old, wordPressId));
  });

  it('has all pictures', () => {
    expect(imported.report.missing).toEqual([]);
  });
});
