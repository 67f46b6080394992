/** Names that every JavaScript object has are names like any other, wherever a text can have one. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWithProblems, type LoadResult } from '../../src/build/load-site.ts';
import { decodeEntities } from '../../src/lib/html.ts';
import { mergeJson } from '../../src/lib/merge-json.ts';
import { parseGeneratedHtml } from '../../src/lib/generated-html.ts';
import { serializeHtml } from '../../src/lib/html.ts';
import { folderWith } from '../support/scratch.ts';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'then'];
const each = (line: (name: string) => string): string => NAMES.map(line).join('');
/** A folder must not begin with `_`. */
const slugOf = (name: string): string => name.replaceAll('__', '');

const body = (name: string): string => `
[${name}] and [x][${name}] and [^${name}] and ${name}-12 and &${name};

[^${name}]: Note

[${name}]: https://${slugOf(name)}/

\`\`\`${name}
code
\`\`\`

> [!${name}]
> alert

<iframe src="https://${slugOf(name)}/"></iframe>

<${name}>x</${name}> <p class="${name}" ${name}="x" id="${name}" dir="${name}">p</p>

[${name} src="x"] y [/${name}] {{ ${name} }} {% ${name} %}

<object data="https://${slugOf(name)}/"></object> <script class="${name}" src="https://x.example/"></script>
<input type="${name}"> <table align="${name}"><tr><td align="${name}">x</td></tr></table>

<https://${slugOf(name)}.example/${name}> ![a](${name}.png) [b](https://constructor/${name}) [c](/${name}/) [d](#${name})

## ${name}
`;

const files = {
  'site.yaml': `title: T
url: https://garden.test/
author: constructor
legacyHosts: [constructor, then]
anonymousAuthors: [toString]
attachments: [${NAMES.filter((name) => !name.includes('_')).join(', ')}]
social:
${each((name) => `  - { text: ${name}, url: 'https://${slugOf(name)}.example/', ${name}: 1 }\n`)}
references:
${each((name) => `  - { name: ${name}, pattern: 'https://${slugOf(name)}.example/:constructor', label: ':constructor' }\n`)}
navigation:
${each((name) => `  - { text: ${name}, url: /${slugOf(name)}-page/, ${name}: 1 }\n`)}
${each((name) => `${name}: 1\n`)}`,
  'tags.yaml': each((name) => `${name}: { description: About ${name}, ${name}: 1 }\n`),
  'redirects.yaml': `redirects:\n${each((name) => `  - { from: /old/${name}, to: /tags/then/ }\n`)}`,
  'feed-ids.json': `{ ${NAMES.map((name) => `"/${name}.html": "${name}"`).join(', ')} }`,
  ...Object.fromEntries(
    NAMES.flatMap((name) => [
      [`authors/a${name}.json`, `{ "name": "${name}", "bio": "${name}", "${name}": 1 }`],
      [`pages/${slugOf(name)}-page.md`, `---\ntitle: ${name}\n${name}: 1\n---\n${body(name)}`],
      [
        `posts/${slugOf(name)}/index.md`,
        `---
title: ${name}
publishDate: 2021-04-06
author: ${name}
tags: [${NAMES.join(', ')}]
slug: ${slugOf(name)}-of-own
legacyUrl: /${name}.html
${name}: 1
---
${body(name)}`,
      ],
    ]),
  ),
};

describe('a site full of such names', () => {
  let result: LoadResult;
  beforeAll(async () => {
    const contentDir = folderWith(files);
    const publicDir = path.join(contentDir, 'none');
    result = await loadWithProblems({ contentDir, publicDir, drafts: false });
  });

  it('has no error', () => {
    expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has each of them as tag, author and title', () => {
    const { tags, authors, posts } = result.site;
    const sorted = NAMES.toSorted();
    expect(tags.map(({ name }) => name).toSorted()).toEqual(sorted);
    expect(posts.map(({ title }) => title).toSorted()).toEqual(sorted);
    // `toString` is anonymous.
    expect(authors.map(({ name }) => name).toSorted()).toEqual(
      sorted.filter((name) => name !== 'toString'),
    );
  });

  it.each(['post-field-unknown', 'code-language-unknown', 'embed-host', 'image-missing'])(
    'has a warning %s for each',
    (code) => {
      const found = result.problems.filter((problem) => problem.code === code);
      const reported = new Set(
        found.map(({ file }) => file).filter((file) => file.includes('posts')),
      );
      expect(reported.size).toBe(NAMES.length);
    },
  );
});

it('are neither limits, hosts nor values of settings', async () => {
  const contentDir = folderWith({
    'site.yaml': `title: T\nurl: https://garden.test/\nlimits: { ${NAMES.map((name) => `${name}: 1`).join(', ')} }
host: [${NAMES.join(', ')}]\nlegacy: constructor\nfeedContent: toString\ntimeZone: __proto__\nlanguage: then\n`,
    'posts/a/index.md':
      '---\ntitle: A\npublishDate: 2021-04-06\nlanguage: hasOwnProperty\n---\nx\n',
  });
  const publicDir = path.join(contentDir, 'none');
  const { problems } = await loadWithProblems({ contentDir, publicDir, drafts: false });
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code).toSorted()).toEqual([
    'post-language-invalid',
    'site-feedContent-invalid',
    'site-host-invalid',
    'site-language-invalid',
    'site-legacy-invalid',
    'site-limits-invalid',
    'site-timeZone-invalid',
  ]);
});

it.each(NAMES)('%s is no value of a table', (name) => {
  expect(decodeEntities(`&${name};`)).toBe(`&${name};`);
  expect(serializeHtml(parseGeneratedHtml(`<p ${name}="x">y</p>`))).toBe(`<p ${name}="x">y</p>`);
  const added: unknown = JSON.parse(`{ "${name}": { "a": 1 } }`);
  expect(mergeJson({}, added)).toEqual({ value: added, replaced: [], mismatched: [] });
});
