/** Indexes made anew, and from what was indexed earlier. */
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../src/outputs/search/documents.ts';
import { makeIndexes, type LanguageIndex } from '../../../src/outputs/search/indexer.ts';
import { hashOf } from '../../../src/outputs/search/short-names.ts';
import { randomFrom } from '../../support/random.ts';

/** Some have diacritics, some several bytes, and one is longer than 255 of them. */
const WORDS = [
  ...Array.from({ length: 1500 }, (_, number) => `word${number}`),
  ...['zurich', 'z\u00fcrich', 'naive', 'na\u00efve', 'na\u012bve', '\u6771', '\u{10330}\u{10331}'],
  ...['\u{1f940}', '\uff21', 'caf\u00e9', 'x'.repeat(300)],
];

function documentOf(
  number: number,
  body: string,
  language = 'en',
  date: number | undefined = 1000 - number,
): SearchDocument {
  const html = `<!DOCTYPE html><html><body data-pagefind-body>${[
    shown('title', `Word${number} caf\u00e9`),
    ...(date === undefined ? [] : [shown('date', 'May 1, 2024')]),
    ...(number % 3 === 1 ? [shown('authors', 'Rosa')] : []),
  ].join('')}${body}</body></html>`;
  return {
    key: hashOf(Buffer.from(`${number} ${language} ${html}`)),
    url: `/${number}/`,
    language,
    html: () => html,
    filters: [
      ['year', String(2000 + (number % 3))],
      ['tag', `T${number % 5}`],
    ],
    date,
  };
}

function shown(name: string, value: string): string {
  return `<i data-pagefind-meta="${name}[title]" title="${value}"></i>`;
}

/** By path, each as text. */
function filesOf(indexes: readonly LanguageIndex[]): ReadonlyMap<string, string> {
  const files = indexes.flatMap(({ language, files: own }) =>
    own.map(({ path, content }) => [`${language}/${path}`, hashOf(content)] as const),
  );
  return new Map(files.toSorted());
}

/** Random words, most of which occur in some elements with a weight of its own. */
function bodyOf(random: (below: number) => number): string {
  const words = Array.from({ length: 400 }, () => WORDS[random(WORDS.length)]);
  return `<h2>${words.slice(0, 5).join(' ')}</h2><p>${words.slice(5).join(' ')}</p>`;
}

/** Adds, changes, takes out or moves some of the documents. */
function edited(
  documents: readonly SearchDocument[],
  step: number,
  random: (below: number) => number,
): SearchDocument[] {
  const kept = documents.filter(() => random(8) > 0);
  const next = kept.map((document): SearchDocument => {
    const number = Number(document.url.replaceAll('/', ''));
    if (random(8) === 0) return documentOf(number, bodyOf(random), document.language);
    return random(8) > 0 ? document : { ...document, filters: [['tag', 'New']], date: step };
  });
  const added = Array.from({ length: random(3) }, (_, index) =>
    documentOf(1000 * step + index, bodyOf(random), random(3) === 0 ? 'de' : 'en'),
  );
  const page = documentOf(9000 + step, bodyOf(random), 'en', undefined);
  const empty = documentOf(8000 + step, '<pre></pre>');
  const [first, ...others] = next;
  return [...added, empty, ...others, page, ...(first === undefined ? [] : [first])];
}

describe('an index', () => {
  it('has the same bytes whatever was indexed earlier', async () => {
    const random = randomFrom(5);
    let documents = Array.from({ length: 70 }, (_, number) =>
      documentOf(number, bodyOf(random), number % 4 === 0 ? 'de' : 'en'),
    );
    let kept: readonly LanguageIndex[] = [];
    for (let step = 1; step <= 4; step++) {
      kept = await makeIndexes(documents, 'en', ['de'], kept);
      const anew = await makeIndexes(documents, 'en', ['de'], []);
      expect(filesOf(kept), `step ${step}`).toEqual(filesOf(anew));
      documents = edited(documents, step, random);
    }
    const chunks = [...filesOf(kept).keys()].filter((path) => path.startsWith('en/index/'));
    expect(chunks.length).toBeGreaterThan(1);
  });

  it('has the chunks of Pagefind\u2019s own', async () => {
    const random = randomFrom(6);
    const documents = Array.from({ length: 40 }, (_, number) =>
      // Pagefind has spellings of a word in the order of their first pages.
      documentOf(number, bodyOf(random).replaceAll('na\u012bve', 'cafe')),
    );
    const { index } = await createIndex({ forceLanguage: 'en' });
    for (const { url, html } of documents) await index?.addHTMLFile({ url, content: html() });
    const made = await index?.getFiles();
    await close();
    let kept: readonly LanguageIndex[] = [];
    for (const end of [1, 30, 40])
      kept = await makeIndexes(documents.slice(0, end), 'en', [], kept);
    const chunks = [made?.files ?? [], kept[0]?.files ?? []].map((files) =>
      files
        .filter(({ path }) => path.endsWith('.pf_index'))
        .map(({ content }) => hashOf(gunzipSync(content)))
        .toSorted(),
    );
    expect(chunks[0]?.length).toBeGreaterThan(1);
    expect(chunks[1]).toEqual(chunks[0]);
  });

  it('tells documents apart whose hashes begin alike', async () => {
    const [one, other] = [documentOf(1, 'first'), documentOf(2, 'second')];
    const alike = { ...other, key: one.key.slice(0, 9) + other.key.slice(9) };
    const [index] = await makeIndexes([one, alike], 'en', [], []);
    const names = index?.files.map(({ path }) => path).filter((path) => path.includes('fragment'));
    expect(new Set(names).size).toBe(2);
  });
});
