/** Link resolution. */
import { describe, expect, it } from 'vitest';
import { elements, lineOf } from '../support/dom.ts';
import { render, type RenderOptions } from '../support/render.ts';

const SITE: RenderOptions = {
  files: ['plan.txt', 'my file.pdf', 'sub/notes.md.txt'],
  legacy: { '/2020/01/old.html': '/2020/01/new/' },
  legacyHosts: ['old.blogspot.com'],
  posts: { other: '/2024/01/other/' },
};

async function linkOf(markdown: string, options = SITE) {
  const { document, codes, files } = await render(markdown, options);
  const [link] = elements(document, 'a');
  return { href: link?.attribs['href'], title: link?.attribs['title'], codes, files, document };
}

describe('a link', () => {
  it.each([
    ['https://x.example/?a=1&b=2#c', 'https://x.example/?a=1&b=2#c'],
    ['http://x.example/', 'http://x.example/'],
    ['https://x.example/@rosa', 'https://x.example/@rosa'],
    ['https://rosa@x.example/page', 'https://rosa@x.example/page'],
    ['//x.example/a', 'https://x.example/a'],
    ['mailto:rosa@garden.example', 'mailto:rosa@garden.example'],
    ['tel:+4930123', 'tel:+4930123'],
    ['#place', '#place'],
    ['/about/', '/about/'],
    ['https://old.blogspot.com/2020/01/old.html#c1', '/2020/01/new/#c1'],
    ['/2020/01/old.html', '/2020/01/new/'],
    ['../other/', '/2024/01/other/'],
    ['./plan.txt', '/2024/03/hello/plan.txt'],
    ['plan.txt#top', '/2024/03/hello/plan.txt#top'],
    ['my%20file.pdf', '/2024/03/hello/my%20file.pdf'],
    ['gone.pdf', 'gone.pdf'],
    ['https://old.blogspot.com/gone.html', 'https://old.blogspot.com/gone.html'],
  ])('to %s leads to %s', async (written, expected) => {
    const { href, codes } = await linkOf(`[x](${written})`);
    expect(href).toBe(expected);
    expect(codes).toEqual([]);
  });

  it.each([
    ['https://old.blogspot.com/2020/01/old.html', 'https://garden.example/2020/01/new/'],
    ['http://old.blogspot.com/2020/01/old.html', 'https://garden.example/2020/01/new/'],
    ['old.blogspot.com/2020/01/old.html', 'garden.example/2020/01/new/'],
    ['https://old.blogspot.com/', 'https://garden.example/'],
    ['http://old.blogspot.com', 'https://garden.example'],
    ['old.blogspot.com', 'garden.example'],
  ])('that shows its own old address, %s, shows the new one', async (text, shown) => {
    const href = text.startsWith('http') ? text : `https://${text}`;
    const { document, codes } = await linkOf(`[${text}](${href})`);
    expect(elements(document, 'a').map(lineOf)).toEqual([shown]);
    expect(codes).toEqual([]);
  });

  it.each(['blockquote', 'q', 'ins', 'del'])(
    'is resolved in the cite of a <%s> too',
    async (name) => {
      const source = async (cite: string): Promise<string | undefined> => {
        const options = { ...SITE, basePath: '/blog' };
        const { document } = await render(`<${name} cite="${cite}">x</${name}>`, options);
        return elements(document, name)[0]?.attribs['cite'];
      };
      expect(await source('/about/')).toBe('/blog/about/');
      expect(await source('//x.example/a')).toBe('https://x.example/a');
      expect(await source('https://old.blogspot.com/2020/01/old.html')).toBe('/blog/2020/01/new/');
      expect(await source('../other/')).toBe('/2024/01/other/');
      expect(await source(' javascript:alert(1)')).toBeUndefined();
      expect(await source('/\\\\x.example/')).toBeUndefined();
    },
  );

  it.each([
    ['what was said', 'https://old.blogspot.com/2020/01/old.html'],
    ['https://old.blogspot.com/2020/01/old.html', 'https://old.blogspot.com/'],
    ['https://old.blogspot.com/2020/01/unknown.html', 'https://elsewhere.example/'],
    ['elsewhere.example', 'https://elsewhere.example/'],
  ])('that shows other text, %s, keeps it', async (text, href) => {
    const { document } = await linkOf(`[${text}](${href})`);
    expect(elements(document, 'a').map(lineOf)).toEqual([text]);
  });

  it('with the wrong month finds the post and is reported', async () => {
    const { href, codes } = await linkOf('[x](https://old.blogspot.com/2020/12/old.html)');
    expect(href).toBe('/2020/01/new/');
    expect(codes).toEqual(['link-legacy-month']);
  });

  it('to a file beside the post publishes the file', async () => {
    expect((await linkOf('[x](./my%20file.pdf)')).files).toEqual(['my file.pdf']);
  });

  it.each([
    ['bit.ly/x', 'https://bit.ly/x', 'link-scheme-missing'],
    ['2012.pycon-au.org', 'https://2012.pycon-au.org', 'link-scheme-missing'],
    ['http://rosa@garden.example/', 'mailto:rosa@garden.example', 'link-mail'],
    ['https://rosa@garden.example', 'mailto:rosa@garden.example', 'link-mail'],
  ])('to %s leads to %s, with a warning', async (written, expected, code) => {
    const { href, codes } = await linkOf(`[x](${written})`);
    expect(href).toBe(expected);
    expect(codes).toEqual([code]);
  });

  it.each(['sendto:someone@x.example', 'hhttps://x.example/', 'file:///etc/passwd'])(
    'with the scheme of %s keeps only its text',
    async (written) => {
      const { href, title, codes, document } = await linkOf(`[x](${written})`);
      expect(href).toBeUndefined();
      expect(title).toBe(written);
      expect(codes).toEqual(['link-scheme']);
      expect(lineOf(document)).toBe('x');
    },
  );

  it.each(['/\\evil.example/', '\\\\evil.example/', '//evil.example\\x'])(
    'with a backslash, %s, keeps only its text',
    async (written) => {
      const { href, title, codes, document } = await linkOf(`<a href="${written}">x</a>`);
      expect([href, title, codes]).toEqual([undefined, written, ['link-backslash']]);
      expect(lineOf(document)).toBe('x');
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,x'])(
    'to %s keeps only its text',
    async (written) => {
      const { href, title, document } = await linkOf(`[x](${written})`);
      expect([href, title]).toEqual([undefined, undefined]);
      expect(lineOf(document)).toBe('x');
    },
  );

  it('without content is removed', async () => {
    const { document } = await linkOf(
      'a [](https://x.example/) b <a href="https://x.example/"> </a> c',
    );
    expect(elements(document, 'a')).toEqual([]);
    expect(lineOf(document)).toBe('a b c');
  });

  it('around an image is kept and labelled', async () => {
    const { document } = await linkOf('[![](https://x.example/a.png)](https://x.example/big.png)');
    expect(elements(document, 'a')[0]?.attribs['aria-label']).toBe('Full-size image');
  });

  it('has no target attribute', async () => {
    const { document } = await linkOf('<a href="https://x.example/" target="_blank">x</a>');
    expect(elements(document, 'a')[0]?.attribs).toEqual({ href: 'https://x.example/' });
  });

  it('keeps the base path', async () => {
    const options = { ...SITE, basePath: '/blog', url: '/blog/2024/03/hello/' };
    expect((await linkOf('[x](/about/)', options)).href).toBe('/blog/about/');
    expect((await linkOf('[x](plan.txt)', options)).href).toBe('/blog/2024/03/hello/plan.txt');
  });
});

it('bare addresses become links', async () => {
  const { document } = await render(
    'See https://x.example/a, www.y.example and rosa@garden.example.',
  );
  expect(elements(document, 'a').map(({ attribs }) => attribs['href'])).toEqual([
    'https://x.example/a',
    'http://www.y.example',
    'mailto:rosa@garden.example',
  ]);
});

describe('a file that browsers or servers could run', () => {
  const withheld = ['demo.html', 'x.php', 'note: 1.js', '_headers'];

  it.each([
    ['[x](demo.html)', 'demo.html'],
    ['[x](./Demo.HTML#part)', 'demo.html'],
    ['[x](x.php?y=1)', 'x.php'],
    ['<a href="note: 1.js">x</a>', 'note: 1.js'],
    ['<a href="_headers">x</a>', '_headers'],
    ['![x](demo.html)', 'demo.html'],
    ['<video src="x.php"></video>', 'x.php'],
  ])('%j is named and leads nowhere', async (markdown, file) => {
    const { html, files, problems } = await render(markdown, { withheld });
    expect(html).not.toMatch(/ (?:href|src)=/);
    expect(files).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'warning',
        code: 'attachment-withheld',
        message: expect.stringContaining(`"${file}"`),
      }),
    ]);
  });

  it('says what to do', async () => {
    const { problems } = await render('[x](demo.html)', { withheld });
    expect(problems[0]?.message).toBe(
      '"demo.html" is a file that a browser could run as part of the site, so it is not published, and only the text of the link is kept.',
    );
    expect(problems[0]?.hint).toContain('`attachments: [html]`');
  });
});

async function classOf(markdown: string): Promise<string | undefined> {
  const { document } = await render(markdown, SITE);
  return elements(document, 'a')[0]?.attribs['class'];
}

describe('a link whose text is its address', () => {
  it.each([
    'https://garden.example/beds/',
    '<http://garden.example/beds>',
    'www.garden.example/beds',
    '[garden.example/beds](https://garden.example/beds/)',
    '[Garden.example](https://www.garden.example/)',
    '[https://garden.example/caf\u00e9](https://garden.example/caf%C3%A9)',
    '<a href="https://garden.example/beds">**garden.example/beds**</a>',
  ])('is marked: %s', async (markdown) => {
    expect(await classOf(markdown)).toBe('bare');
  });

  it.each([
    '[the beds](https://garden.example/beds)',
    '[garden.example](https://garden.example/beds)',
    '[other.example](https://garden.example/)',
    '<rosa@garden.example>',
  ])('is told from others: %s', async (markdown) => {
    expect(await classOf(markdown)).toBe(undefined);
  });
});
