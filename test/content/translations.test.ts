/** Mistakes in `translationOf` and `languages`: what is reported, and where. */
import { describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { folderWith } from '../support/scratch.ts';

const post = (lines: string) =>
  `---\ntitle: Beans\npublishDate: 2024-03-10\n${lines}---\n\nWords.\n`;
const page = (lines: string) => `---\ntitle: Us\n${lines}---\n\nWords.\n`;

/** `code path:line message`, by file. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const contentDir = folderWith({
    'site.yaml': 'title: A garden\nurl: https://garden.example/\n',
    ...files,
  });
  const { problems } = await loadWithProblems({
    contentDir,
    publicDir: folderWith({}),
    drafts: false,
    now: Date.UTC(2025, 0),
  });
  return problems
    .filter(({ code }) => code !== 'post-title-duplicate')
    .map(
      ({ severity, code, file, line, message, hint }) =>
        `${severity} ${code} ${file.slice(file.indexOf(contentDir.slice(-6)) + 7)}:${line} ${message} ${hint}`,
    );
}

describe('translationOf', () => {
  it('is checked for posts and for pages', async () => {
    const found = await problemsOf({
      'posts/beans/index.md': post(''),
      'posts/bohnen/index.md': post('language: de\ntranslationOf: beans\n'),
      'posts/bohnen-zwei/index.md': post('language: de\ntranslationOf: beans\n'),
      'posts/chain/index.md': post('language: fr\ntranslationOf: bohnen\n'),
      'posts/itself/index.md': post('language: fr\ntranslationOf: itself\n'),
      'posts/nowhere/index.md': post('language: fr\ntranslationOf: about\n'),
      'posts/same/index.md': post('translationOf: beans\n'),
      'posts/same-tag/index.md': post('translationOf: beans\nlanguage: en\n'),
      'posts/typo/index.md': post('language: es\ntranslationOf: baens\n'),
      'pages/about.md': page(''),
      'pages/ueber.md': page('language: de\ntranslationOf: beans\n'),
      'pages/a-propos.md': page('language: fr\ntranslationOf: abuot\n'),
    });
    expect(found.toSorted()).toEqual([
      expect.stringMatching(
        /^error translation-chain posts\/chain\/index\.md:5 .*"bohnen", which is a translation itself, of "beans"\. .*`translationOf: beans`/,
      ),
      expect.stringMatching(
        /^error translation-duplicate posts\/bohnen-zwei\/index\.md:4 .*posts\/bohnen\/index\.md is already the translation of "beans" into "de"/,
      ),
      expect.stringMatching(
        /^error translation-language posts\/same-tag\/index\.md:5 This post is in "en", like .*posts\/beans\/index\.md/,
      ),
      expect.stringMatching(
        /^error translation-language posts\/same\/index\.md:4 .*`language: de`/,
      ),
      expect.stringMatching(/^error translation-of-itself posts\/itself\/index\.md:5 /),
      expect.stringMatching(
        /^error translation-unknown pages\/a-propos\.md:4 .*no page of that name; did you mean "about"\? Write `translationOf: about`\./,
      ),
      expect.stringMatching(
        /^error translation-unknown pages\/ueber\.md:4 .*no page of that name\. /,
      ),
      expect.stringMatching(/^error translation-unknown posts\/nowhere\/index\.md:5 .*no post of/),
      expect.stringMatching(
        /^error translation-unknown posts\/typo\/index\.md:5 .*did you mean "beans"\? /,
      ),
    ]);
  });

  it('may name a post by the slug that overrides its folder', async () => {
    expect(
      await problemsOf({
        'posts/beans/index.md': post('slug: runner-beans\n'),
        'posts/bohnen/index.md': post('language: de\ntranslationOf: runner-beans\n'),
        'posts/haricots/index.md': post('language: fr\ntranslationOf: beans\n'),
      }),
    ).toEqual([]);
  });
});

const settings = (lines: string) => ({
  'site.yaml': `title: A garden\nurl: https://garden.example/\n${lines}`,
  'posts/beans/index.md': post(''),
  'posts/bohnen/index.md': post('language: de\n'),
});

describe('languages', () => {
  it.each([
    [
      'languages: [de]',
      /^error languages-without-main site\.yaml:3 .*"en".*`languages: \[en, de\]`/,
    ],
    [
      'languages: [en, German]',
      /^error site-languages-invalid site\.yaml:3 .*"German" is not a la/,
    ],
    ['languages: [en, de, de]', /^error site-languages-invalid site\.yaml:3 .*"de" is named twice/],
    ['languages: de', /^error site-languages-invalid site\.yaml:3 .*a list of language tags/],
    ['languages:\n  en:\n  de: { name: X }', /^error site-languages-invalid site\.yaml:5 .*`name`/],
    [
      'languages: { en: { title: Beans } }',
      /^error languages-texts site\.yaml:3 .*`languages\.en`/,
    ],
    ['languages: [en, fr]', /^warning language-without-posts site\.yaml:3 .*"fr".*`language: fr`/],
  ])('%j is reported', async (lines, message) => {
    expect(await problemsOf(settings(`${lines}\n`))).toEqual([expect.stringMatching(message)]);
  });

  it('warns about a language without interface text', async () => {
    const files = settings('languages: [en, nl]\n');
    const found = await problemsOf({ ...files, 'posts/bonen/index.md': post('language: nl\n') });
    expect(found).toEqual([expect.stringMatching(/^warning language-without-words site\.yaml:3 /)]);
  });

  it('are at addresses that a page may not have', async () => {
    const found = await problemsOf({
      ...settings('languages: [en, de]\n'),
      'posts/bohnen/index.md': post('language: de\ntags: [Bohnen]\n'),
      'pages/de/tags/bohnen.md': page(''),
      'pages/de/index.md': page('language: de\n'),
    });
    expect(found).toEqual([
      expect.stringMatching(
        /^error address-taken .*pages\/de\/tags\/bohnen\.md.*\/de\/tags\/bohnen\//,
      ),
    ]);
  });

  it('choose the slug of a tag once, and have its old address once', async () => {
    const found = await problemsOf({
      ...settings('languages: [en, de]\n'),
      'tags.yaml': 'C: { slug: c, legacyUrl: /tags/see/ }\nC++: { slug: c }\n',
      'posts/tee/index.md': post('language: de\ntags: [C, C++]\n'),
      'posts/tea/index.md': post('tags: [C, C++]\n'),
    });
    expect(found).toEqual([expect.stringMatching(/^error slug-duplicate tags\.yaml:2 /)]);
  });
});
