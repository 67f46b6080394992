/** Notes for the report. */
import { describe, expect, it } from 'vitest';
import { render, type RenderOptions } from '../support/render.ts';

const SITE: RenderOptions = {
  files: ['garden.jpg', 'plan.txt'],
  legacy: { '/2020/01/old.html': '/2020/01/new/' },
  legacyHosts: ['old.blogspot.com'],
};
const IMAGE = 'https://blogger.googleusercontent.com/img/a/AVvX-s640/roses.jpg';

const FINDINGS: readonly (readonly [what: string, markdown: string, code: string, near: string])[] =
  [
    [
      'a link to the old blog that leads to the new address',
      '[x](https://old.blogspot.com/2020/01/old.html)',
      'link-healed',
      'https://old.blogspot.com/2020/01/old.html',
    ],
    ['a link by an old path', '[x](/2020/01/old.html)', 'link-healed', '/2020/01/old.html'],
    [
      'a link into the editor',
      '[1](https://www.blogger.com/blogger.g?blogID=85#1)',
      'link-blogger',
      'https://www.blogger.com/blogger.g?blogID=85#1',
    ],
    [
      'a link to a draft',
      '[x](https://draft.blogger.com/blog/post/edit/1/2)',
      'link-blogger',
      'https://draft.blogger.com/blog/post/edit/1/2',
    ],
    ['a link to an image of Blogger', `[x](${IMAGE})`, 'link-blogger-image', IMAGE],
    [
      'a link to an image of the older Blogger',
      '[x](http://1.bp.blogspot.com/-a/s1600/b.png)',
      'link-blogger-image',
      'http://1.bp.blogspot.com/-a/s1600/b.png',
    ],
    ['a link without text', 'a [](https://x.example/) b', 'link-empty', 'https://x.example/'],
    [
      'a link without text in HTML',
      '<a href="https://x.example/"> </a>',
      'link-empty',
      'https://x.example/',
    ],
    ['an image of Blogger', `![Roses](${IMAGE})`, 'image-blogger', IMAGE],
    ['an image without a description', '![](garden.jpg)', 'image-alt-missing', 'garden.jpg'],
    [
      'an image in HTML without a description',
      '<img src="garden.jpg">',
      'image-alt-missing',
      'garden.jpg',
    ],
    ['a heading without text', '##\n\nRoses are *red*.', 'heading-empty', 'Roses are'],
    ['a heading without text at the end', 'Roses.\n\n##\n', 'heading-empty', ''],
    [
      'code without a language',
      '```\nprint(1)\nprint(2)\n```',
      'code-language-missing',
      'print(1)',
    ],
    ['indented code', '    x = 1\n', 'code-language-missing', 'x = 1'],
  ];

describe('a note', () => {
  it.each(FINDINGS)('reports %s', async (_what, markdown, code, near) => {
    const { problems } = await render(markdown, { ...SITE, notes: true });
    expect(problems).toMatchObject([{ severity: 'note', code, near }]);
  });

  it.each(FINDINGS)('of %s is omitted unless requested', async (_what, markdown) => {
    expect((await render(markdown, SITE)).codes).toEqual([]);
  });

  it('names the new target of a link', async () => {
    const link = '[x](https://old.blogspot.com/2020/01/old.html?m=1#c1)';
    const { problems } = await render(link, { ...SITE, notes: true });
    expect(problems).toMatchObject([{ replacement: '/2020/01/new/#c1' }]);
  });

  it('omits links that only get the base path', async () => {
    const options = { ...SITE, basePath: '/blog', notes: true };
    expect((await render('[x](/about/#us)', options)).codes).toEqual([]);
    expect((await render('[x](/2020/01/old.html)', options)).codes).toEqual(['link-healed']);
  });

  it.each([
    ['a link elsewhere', '[x](https://x.example/)'],
    ['a link to a profile at Blogger', '[x](https://www.blogger.com/profile/123)'],
    ['a link around an image', '[![Roses](garden.jpg)](https://x.example/)'],
    ['a link by a path of this site', '[x](/2020/01/new/)'],
    ['an anchor', '<a name="here"></a>'],
    ['an image with a description', '![Roses](garden.jpg)'],
    ['a heading of an image', '## ![Roses](garden.jpg)'],
    ['code with a language', '```python\nprint(1)\n```'],
    ['code that is said to have none', '```text\nprint(1)\n```'],
  ])('omits %s', async (_what, markdown) => {
    expect((await render(markdown, { ...SITE, notes: true })).codes).toEqual([]);
  });

  it('does not change the page', async () => {
    const markdown = FINDINGS.map(([, text]) => text).join('\n\n');
    const { html } = await render(markdown, SITE);
    expect((await render(markdown, { ...SITE, notes: true })).html).toBe(html);
  });

  it('accompanies warnings about the same link', async () => {
    const { codes } = await render('[x](https://old.blogspot.com/gone.html)\n\n![](gone.jpg)', {
      ...SITE,
      notes: true,
    });
    expect(codes).toEqual(['image-alt-missing', 'image-missing']);
  });
});
