/** The example content of the project. */
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE, buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { elements, lineOf, metaContent, onlyWithClass, withClass } from '../support/dom.ts';
import { childText, parseXml, xmlElements } from '../support/xml.ts';

const POSTS = {
  '/2021/04/the-psf-is-hiring-developer-in/': [],
  '/2023/01/the-psf-is-hiring-security-developer-in/': ['Deb Nicholson'],
};

describe('the example blog', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = built(await buildSite({ content: EXAMPLE }));
  });

  it('warns only about links to missing posts, and the URL that its owner has to set', () => {
    const warnings = site.stderr.match(/^(?:warning|error) \S+/gm) ?? [];
    expect(new Set(warnings)).toEqual(
      new Set(['warning link-legacy-unknown', 'warning site-url-example']),
    );
  });

  it.each(Object.entries(POSTS))('has a page at %s', (address, authors) => {
    const post = onlyWithClass(site.output.page(address), 'post');
    expect(lineOf(onlyWithClass(post, 'e-content')).length).toBeGreaterThan(500);
    expect(withClass(post, 'p-author').map(lineOf)).toEqual(authors);
    expect(withClass(post, 'byline')).toHaveLength(authors.length);
  });

  it.each(Object.keys(POSTS))('redirects the old address of %s', (address) => {
    const stub = site.output.page(address.replace(/\/$/, '.html'));
    expect(metaContent(stub, 'refresh')).toBe(`0; url=${address}`);
  });

  it.each(Object.keys(POSTS))('has a complete summary of %s', (address) => {
    const page = site.output.page(address);
    const summary = metaContent(page, 'description') ?? '';
    expect(summary).toMatch(/(?:[.!?]|\p{L}\u2026)$/u);
    const body = lineOf(onlyWithClass(page, 'e-content'));
    const [, next = ''] = body.split(summary.replace(/\u2026$/, ''));
    expect(body).toContain(summary.replace(/\u2026$/, ''));
    expect(next).not.toMatch(/^[\p{L}\p{N}]/u);
  });

  it('has both posts in the feed, and no trace of the unpublished one', () => {
    const items = xmlElements(parseXml(site.output.read('rss.xml')), 'item');
    const paths = items.map((item) => new URL(childText(item, 'link') ?? '').pathname);
    expect(paths).toEqual(Object.keys(POSTS).toReversed());
    expect(site.output.files().filter((file) => file.includes('every-markdown'))).toEqual([]);
  });
});

describe('the post that shows every Markdown feature', () => {
  it('renders them with --drafts', async () => {
    const { exitCode, stderr, output } = await buildSite({
      content: EXAMPLE,
      args: ['--drafts'],
    });
    expect(exitCode, stderr).toBe(0);
    expect(stderr).not.toContain('every-markdown-feature');
    const body = onlyWithClass(output.page('/2026/01/every-markdown-feature/'), 'e-content');
    const counts = Object.fromEntries(
      [
        'em',
        'strong',
        'del',
        'kbd',
        'mark',
        'blockquote',
        'ol',
        'ul',
        'input',
        'img',
        'figure',
        'pre',
        'table',
        'details',
        'sup',
      ].map((name) => [name, elements(body, name).length > 0]),
    );
    expect(Object.values(counts), JSON.stringify(counts)).not.toContain(false);
    expect(withClass(body, 'embed')).toHaveLength(2);
    expect(lineOf(body)).toContain('File "<stdin>", line 1, in <module>.');
    const alerts = withClass(body, 'markdown-alert').map((alert) =>
      lineOf(onlyWithClass(alert, 'markdown-alert-title')),
    );
    expect(alerts).toEqual(['Note', 'Tip', 'Important', 'Warning', 'Caution']);
    expect(elements(body, 'span').some(({ attribs }) => attribs['class'] === 'tok-keyword')).toBe(
      true,
    );
    expect(elements(body, 'input').every(({ attribs }) => attribs['disabled'] !== undefined)).toBe(
      true,
    );
    expect(elements(onlyWithClass(body, 'footnotes'), 'li')).toHaveLength(2);
  });
});
