/** Whatever the front matter: corrections add no problem, keep every value, and are done once. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { planFixes } from '../../src/build/plan-fixes.ts';
import { applyFixes } from '../../src/commands/apply-fixes.ts';
import { filesBelow, folderWith } from '../support/scratch.ts';

const NAMES = [
  ...[
    'date',
    'publishDate',
    'pubDate',
    'lastmod',
    'updatedDate',
    'updated',
    'aliases',
    'legacyUrl',
  ],
  ...['categories', 'tags', 'keywords', 'excerpt', 'description', 'cover', 'image', 'heroImage'],
  ...['coverAlt', 'lang', 'language', 'creator', 'layout', 'permalink', 'draft', 'status'],
];
const VALUES = [
  ...[
    '2024-03-10',
    '2023-01-01',
    '"2024-03-10T10:00:00Z"',
    'soon',
    '/old/',
    'old',
    '[/old/, /older/]',
  ],
  ...[
    '[red, blue]',
    '[2024]',
    'red',
    '"red: yes"',
    './red.png',
    'gone.png',
    '/red.png',
    'true',
    '1',
  ],
  ...[
    'de',
    'not a language',
    '{ a: b }',
    '>\n  Red\n  lang: de',
    '',
    '\n  - red',
    '&a red',
    '# nothing',
  ],
];

const frontMatter = fc
  .uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), value: fc.constantFrom(...VALUES) }), {
    selector: ({ name }) => name,
    maxLength: 6,
  })
  .map((fields) => fields.map(({ name, value }) => `${name}: ${value}\n`).join(''));

/** Codes of the errors, once for each. */
async function errorsOf(contentDir: string): Promise<string[]> {
  const { problems } = await loadWithProblems({ contentDir, publicDir: 'public', drafts: true });
  return problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : [])).toSorted();
}

/** The text of the only post. */
function textOf(content: string): string {
  const [file = ''] = filesBelow(path.join(content, 'posts')).filter((name) =>
    name.endsWith('.md'),
  );
  return readFileSync(file, 'utf8');
}

it('check --fix makes nothing worse', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(frontMatter, async (fields) => {
      const content = folderWith({
        'site.yaml': 'title: Garden\nurl: https://garden.example/\n',
        'posts/roses/index.md': `---\ntitle: Roses\n${fields}---\n\ndate: red\n`,
        'posts/roses/red.png': readFileSync('public/apple-touch-icon.png'),
      });
      const before = { errors: await errorsOf(content), values: valuesIn(textOf(content)) };
      const plan = planFixes(content);
      changed += plan.fixes.length;
      expect(applyFixes(plan, () => {})).toBeUndefined();
      const after = await errorsOf(content);
      for (const code of new Set(after)) expect(before.errors).toContain(code);
      expect(after.length).toBeLessThanOrEqual(before.errors.length);
      expect(valuesIn(textOf(content))).toEqual(before.values);
      expect(planFixes(content).fixes).toEqual([]);
    }),
    { numRuns: 60, seed: 17 },
  );
  expect(changed).toBeGreaterThan(10);
});

/** The text without the names of fields. */
function valuesIn(text: string): string {
  return text.replace(/^\w+:/gm, '');
}
