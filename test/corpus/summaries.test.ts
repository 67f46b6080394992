/** Summaries of the corpus. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { lineOf, metaContent, onlyWithClass, textOf, tokensOf, withClass } from '../support/dom.ts';

interface Summarised {
  readonly slug: string;
  readonly summary: string;
  /** As the front matter has it. */
  readonly description: string;
  /** Words of the body, each with a space before and after. */
  readonly words: string;
}

const SENTENCE_END = /[.!?\u2026\u3002]["'\u201d\u2019)\]]*$/;

describeWithCorpus('the summaries of the corpus', (corpus) => {
  const posts: Summarised[] = [];
  const listed = new Map<string, string>();

  beforeAll(async () => {
    const { output } = await corpusSite(corpus);
    for (const [slug, { url }] of expectations(corpus)) {
      const page = output.page(url);
      posts.push({
        slug,
        summary: metaContent(page, 'description') ?? '',
        description: descriptionOf(path.join(corpus, 'psf/posts', slug, 'index.md')),
        words: spaced(textOf(onlyWithClass(page, 'e-content'))),
      });
    }
    for (const { document } of output.pages()) {
      for (const entry of withClass(document, 'post-entry')) {
        const [link] = withClass(entry, 'u-url');
        const [summary] = withClass(entry, 'p-summary');
        const slug = link?.attribs['href']?.split('/').at(-2) ?? '';
        listed.set(slug, summary === undefined ? '' : lineOf(summary));
      }
    }
  });

  it('exist for every post, the same in lists and on its page', () => {
    for (const { slug, summary } of posts) {
      expect(summary.length, slug).toBeGreaterThan(20);
      expect(listed.get(slug), slug).toBe(summary);
    }
  });

  it('contain no markup', () => {
    const markup = posts.filter(({ summary }) =>
      /<\/?(?:a|b|i|p|br|em|div|img|span|table|tbody|tr|td|strong)\b|<!--|\]\(|!\[|&#?\w+;|> >/i.test(
        summary,
      ),
    );
    expect(markup.map(({ slug, summary }) => `${slug}: ${summary}`)).toEqual([]);
  });

  it('end with a sentence, or with a whole word and an ellipsis', () => {
    const wrong = posts.filter(({ summary, description, words }) => {
      if (summary.endsWith('\u2026')) return !words.includes(spaced(lastWords(summary)));
      if (SENTENCE_END.test(summary)) return false;
      // The whole of a short post, or what its author wrote for it, may end in any way.
      return summary !== description && !words.endsWith(spaced(lastWords(summary)));
    });
    expect(wrong.map(({ slug, summary }) => `${slug}: ${summary}`)).toEqual([]);
  });

  it('replace the descriptions that the old blog cut off', () => {
    expect(posts.filter(({ description }) => description.endsWith('...'))).toHaveLength(709);
    expect(posts.filter(({ summary }) => summary.endsWith('...'))).toEqual([]);
  });
});

function descriptionOf(file: string): string {
  const yaml = /^---\n([^]*?)\n---\n/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return z
    .object({ description: z.string() })
    .parse(load(yaml, { schema: CORE_SCHEMA }))
    .description.trim();
}

function spaced(text: string): string {
  return ` ${tokensOf(text).join(' ')} `;
}

/** Two words are enough to find the place, and few enough to lie within one paragraph. */
function lastWords(text: string): string {
  return tokensOf(text).slice(-2).join(' ');
}
