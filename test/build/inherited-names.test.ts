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
references:
${each((name) => `  - { name: ${name}, pattern: 'https://${slugOf(name)}.example/:constructor', label: ':constructor' }\n`)}
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

it.each(NAMES)('%s is no value of a table', (name) => {
  expect(decodeEntities(`&${name};`)).toBe(`&${name};`);
  expect(serializeHtml(parseGeneratedHtml(`<p ${name}="x">y</p>`))).toBe(`<p ${name}="x">y</p>`);
  const added: unknown = JSON.parse(`{ "${name}": { "a": 1 } }`);
  expect(mergeJson({}, added)).toEqual({ value: added, replaced: [], mismatched: [] });
});
