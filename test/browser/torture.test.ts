/** Posts with extreme content in Chromium, on the narrowest phone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ROOT, buildSite } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { folderWith } from '../support/scratch.ts';
import { axeFaults, layoutFaults } from './judges.ts';
import { Visitor } from './visitor.ts';

const WIDTHS = [320, 480, 880, 1440];

const TITLE = `${'What it takes to bring a very long title to its end, '.repeat(3)}`.slice(0, 121);
const WORD = 'Donaudampfschifffahrtselektrizitaeten'.repeat(6).slice(0, 200);
const CODE = `const line = [${'12345, '.repeat(60)}`.slice(0, 298).concat('];');
const ARABIC = 'اشتريت الكتاب أمس من المكتبة وقرأت نصفه قبل النوم';
const HEBREW = 'קניתי את הספר אתמול וקראתי חצי ממנו לפני השינה';

const BODIES: Readonly<Record<string, string>> = {
  'a-long-title': 'Words.',
  'a-long-word': [
    `In a sentence ${WORD} it stands.`,
    `## ${WORD}`,
    `- ${WORD}`,
    `> ${WORD}`,
    `[${WORD}](https://example.org/${WORD})`,
    `\`${WORD}\``,
    `| ${WORD} | b |\n| --- | --- |\n| a | ${WORD} |`,
    `1. A list\n   - in ${WORD}\n     - a list`,
    `Term[^note].\n\n[^note]: ${WORD}`,
  ].join('\n\n'),
  'a-wide-table': [
    row((column) => `Column ${column}`),
    row(() => '---'),
    ...Array.from({ length: 4 }, () => row((column) => `${column * 1_000_003}`)),
  ].join('\n'),
  'a-long-line-of-code': `\`\`\`js\n${CODE}\n\`\`\`\n\nand\n\n\`\`\`\n${CODE}\n\`\`\`\n\n- in a list\n\n  \`\`\`js\n  ${CODE}\n  \`\`\``,
  'right-to-left': [
    `<p dir="rtl" lang="ar">${`${ARABIC}. `.repeat(5)}</p>`,
    `## ${HEBREW}`,
    `A sentence with ${ARABIC} and with ${HEBREW} in its midst.`,
    `- ${HEBREW}\n- ${ARABIC}`,
    `<blockquote dir="rtl" lang="he"><p>${HEBREW} (PEP 8).</p></blockquote>`,
  ].join('\n\n'),
  'one-image': '![](plot.png)',
  'a-large-image': '![A picture of another site](https://example.org/large.png)',
  'very-long': Array.from(
    { length: 60 },
    (_, index) =>
      `## Part ${index + 1} of many\n\n${'A sentence that says something, and then says a little more. '.repeat(16)}`,
  ).join('\n\n'),
};

const TITLES: Readonly<Record<string, string>> = {
  'a-long-title': `${TITLE}.`,
  'a-long-word': `Of ${WORD}`,
  'right-to-left': `${ARABIC} - ${HEBREW}`,
};

function row(cell: (column: number) => string): string {
  return `| ${Array.from({ length: 12 }, (_, index) => cell(index + 1)).join(' | ')} |`;
}

function content(): string {
  const posts = Object.entries(BODIES).map(([slug, body], index) => [
    `posts/${slug}/index.md`,
    `---
title: "${TITLES[slug] ?? slug}"
publishDate: 2024-03-1${index}
author: "Rosa ${WORD.slice(0, 70)}"
tags: [Red, ${WORD.slice(0, 70)}, ${ARABIC.slice(0, 20)}]
---

${body}
`,
  ]);
  const plot = readFileSync(path.join(ROOT, 'test/fixtures/sites/everything/pages/plot.png'));
  return folderWith({
    'site.yaml': `title: Garden\nurl: https://example.org/\ndescription: ${WORD}\n`,
    'authors/rosa.json': JSON.stringify({ name: `Rosa ${WORD.slice(0, 70)}`, bio: WORD }),
    'posts/one-image/plot.png': plot,
    ...Object.fromEntries(posts),
  });
}

describeWith(CHROMIUM, 'a page with extreme content', (program) => {
  const visitor = new Visitor(program, () =>
    buildSite({ content: content(), args: ['--host', HEADERS_HOST] }),
  );

  it('contains what it should test', () => {
    expect([TITLES['a-long-title']?.length, WORD.length, CODE.length]).toEqual([122, 200, 300]);
    expect(BODIES['very-long']?.length).toBeGreaterThan(58_000);
  });

  const idle: Page[] = [];

  async function faultsAt(address: string): Promise<string[]> {
    const visit = await visitor.open(address, 200, idle.pop());
    const { page } = visit;
    const faults: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await layoutFaults(page)).map((fault) => `${width}: ${fault}`));
    }
    faults.push(...(await axeFaults(page)), ...(await visit.faults()));
    idle.push(page);
    return faults;
  }

  describe.concurrent('keeps its layout', () => {
    it.each(Object.keys(BODIES))('for a post with %s', async (slug) => {
      expect(await faultsAt(`/2024/03/${slug}/`)).toEqual([]);
    });

    it.each(['/', '/archive/', '/2024/', '/2024/03/', '/tags/', '/tags/red/', '/authors/'])(
      'for a list of such posts: %s',
      async (address) => {
        expect(await faultsAt(address)).toEqual([]);
      },
    );

    it('for an author with a long name', async () => {
      const [file] = visitor.output.files().filter((name) => /^authors\/rosa.*html$/.test(name));
      expect(await faultsAt(`/${file}`)).toEqual([]);
    });
  });
});
