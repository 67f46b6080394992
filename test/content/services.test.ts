/** Validation of the settings `allow`, `analytics`, `comments` and `newsletter`, and of fields of posts. */
import { describe, expect, it } from 'vitest';
import { postSchema } from '../../src/content/post-schema.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { validate } from '../../src/content/validate.ts';
import { DateReader } from '../../src/lib/dates.ts';
import { Problems } from '../../src/lib/problem.ts';

function read(settings: Readonly<Record<string, unknown>>) {
  const problems = new Problems();
  const file = 'content/site.yaml';
  const checked = validate(siteSchema, settings, { file, concept: 'site' }, problems);
  const found = problems.all.map(({ code, field, message }) => `${code} ${field}: ${message}`);
  return { fields: checked?.fields, found };
}

describe('the setting `allow`', () => {
  it.each([
    ['https://scripts.example.org', 'https://scripts.example.org'],
    ['scripts.example.org', 'https://scripts.example.org'],
    ['HTTPS://Scripts.Example.org', 'https://scripts.example.org'],
    ['https://*.example.org', 'https://*.example.org'],
    ['*.example.org:8443/js/', 'https://*.example.org:8443/js/'],
    ['https://example.org/js/widget.v2.js', 'https://example.org/js/widget.v2.js'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('accepts %s', (written, source) => {
    const { fields, found } = read({ allow: { scripts: [written] } });
    expect(found).toEqual([]);
    expect(fields?.allow?.scripts).toEqual([source]);
  });

  it.each([
    ['*', 'would allow every site'],
    ['https://*', 'would allow every site'],
    ['https:', 'it is not a host'],
    ['*.com', 'would allow the sites of strangers'],
    ['https://*.org/', 'would allow the sites of strangers'],
    ["'unsafe-inline'", 'no keywords'],
    ['unsafe-eval', 'no keywords'],
    ["'self'", 'no keywords'],
    ['self', 'it is not a host'],
    ['data:', 'not `data:`'],
    ['blob:', 'not `blob:`'],
    ['http://example.org', 'not `http:`'],
    ['javascript:alert(1)', 'not `javascript:`'],
    ['https://user@example.org', 'it is not a host'],
    ['https://a.*.example.org', 'it is not a host'],
    ['https://example.org/?a=1', 'a path has only'],
    ['https://example.org/%0a', 'a path has only'],
    ['https://example.org/"', 'no keywords'],
    ['https://example.org/$uri', 'a path has only'],
    ['https://example.org; script-src *', 'without spaces, commas, semicolons'],
    ['https://example.org;', 'without spaces, commas, semicolons'],
    ['https://example.org,https://example.net', 'without spaces, commas, semicolons'],
    ['https://example.org\r\nX-Header: 1', 'without spaces, commas, semicolons'],
    ['https://example.org\u2028', 'without spaces, commas, semicolons'],
    [`https://${'a.'.repeat(200)}org`, 'one host'],
    ['', 'it is not a host'],
  ])('refuses %j', (written, reason) => {
    const { fields, found } = read({ allow: { scripts: ['https://example.net', written] } });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('site-allow-invalid allow.scripts[1]: `allow.scripts[1]` is ');
    expect(found[0]).toContain(reason);
    expect(fields?.allow).toBeUndefined();
  });

  it.each([
    [{ allow: ['https://example.org'] }, '`allow` is a list ([...]), but must be a table of'],
    [{ allow: { scripts: 'https://example.org' } }, '`allow.scripts` is text'],
    [{ allow: { fonts: ['https://example.org'] } }, '`allow` has an unknown field `fonts`.'],
  ])('refuses %j', (settings, message) => {
    expect(read(settings).found.join('\n')).toContain(message);
  });
});

describe('a service', () => {
  it.each([
    { analytics: { service: 'plausible', id: 'blog.example.org' } },
    { analytics: { service: 'plausible', id: 'pa-Xyz123', url: 'https://stats.example.org' } },
    { analytics: { service: 'goatcounter', id: 'garden' } },
    { analytics: { service: 'goatcounter', url: 'https://stats.example.org' } },
    { analytics: { service: 'umami', id: '0b1c-2d3e' } },
    { analytics: { service: 'matomo', id: 7, url: 'https://example.org/matomo' } },
    { analytics: { service: 'cloudflare', id: '0123abcd' } },
    {
      comments: {
        ...{ service: 'giscus', repo: 'garden/blog', repoId: 'R_1' },
        ...{ category: 'Announcements', categoryId: 'DIC_1' },
      },
    },
    { comments: { service: 'utterances', repo: 'garden/blog' } },
    { comments: { service: 'isso', url: 'https://comments.example.org' } },
    { comments: { service: 'mastodon' } },
    { newsletter: { service: 'buttondown', id: 'garden' } },
    {
      newsletter: {
        service: 'mailchimp',
        url: 'https://garden.us1.list-manage.com/subscribe/post?u=1a&amp;id=2b',
      },
    },
    { newsletter: { service: 'listmonk', url: 'https://lists.example.org', id: '1a-2b' } },
    { newsletter: { service: 'form', url: 'https://forms.example.org/f?id=1' } },
  ])('may be %j', (settings) => {
    expect(read(settings).found).toEqual([]);
  });

  it.each([
    [
      { analytics: 'plausible' },
      'analytics: `analytics` is text ("plausible"), but must be a table',
    ],
    [
      { analytics: {} },
      'site-analytics-missing analytics.service: `analytics.service` is missing.',
    ],
    [
      { analytics: { service: 'plausable', id: 'x' } },
      'analytics.service: `analytics.service` is "plausable", but there is no such service; did you mean `plausible`?',
    ],
    [{ analytics: { service: 'constructor', id: 'x' } }, 'there is no such service.'],
    [{ analytics: { service: 'plausible' } }, 'analytics.id: `analytics.id` is missing.'],
    [{ analytics: { service: 'goatcounter' } }, 'analytics.id: `analytics.id` is missing.'],
    [{ analytics: { service: 'matomo', id: 1 } }, 'analytics.url: `analytics.url` is missing.'],
    [
      { analytics: { service: 'umami', id: 'a"b' } },
      'analytics.id: `analytics.id` is "a\\"b", but an id has only letters',
    ],
    [
      { analytics: { service: 'plausible', id: 'x', url: 'http://stats.example.org' } },
      'but it is not a URL that starts with https://',
    ],
    [
      { analytics: { service: 'plausible', id: 'x', url: 'https://a;script-src.example.org' } },
      'but it is not a URL that starts with https://',
    ],
    [{ analytics: { service: 'plausible', id: 'x', domain: 'y' } }, 'unknown field `domain`'],
    [{ comments: { service: 'giscus', repo: 'garden/blog' } }, '`comments.repoId` is missing.'],
    [
      { comments: { service: 'utterances', repo: 'https://github.com/garden/blog' } },
      'but it is not the name of a repository, `owner/name`.',
    ],
    [{ comments: { service: 'isso' } }, 'comments.url: `comments.url` is missing.'],
    [
      { newsletter: { service: 'mailchimp', url: 'https://mailchimp.com/garden' } },
      'newsletter.url: `newsletter.url` is "https://mailchimp.com/garden", but it is not the `action` of a Mailchimp form',
    ],
    [{ newsletter: { service: 'form', url: 'javascript:alert(1)' } }, 'starts with https://'],
  ])('may not be %j', (settings, message) => {
    const { found, fields } = read(settings);
    expect(found.join('\n')).toContain(message);
    expect(fields).toMatchObject({ title: 'A blog' });
  });
});

describe('the `mastodon` of a post', () => {
  const schema = postSchema(new DateReader('UTC', 'en'));

  function problemsOf(mastodon: string): string[] {
    const problems = new Problems();
    const post = { title: 'Roses', publishDate: '2024-03-10', mastodon };
    validate(schema, post, { file: 'index.md', concept: 'post' }, problems);
    return problems.all.map(({ message }) => message);
  }

  it.each([
    'https://example.social/@garden/112233445566778899',
    'https://example.social/@garden@other.example/112233445566778899/',
    'https://example.social/users/garden/statuses/112233445566778899',
  ])('may be %s', (url) => {
    expect(problemsOf(url)).toEqual([]);
  });

  it.each([
    'https://example.social/@garden',
    'http://example.social/@garden/1',
    'https://example.social;/@garden/1',
    'https://example.social/@garden/1?x=1',
    '@garden@example.social',
  ])('may not be %s', (url) => {
    expect(problemsOf(url)).toEqual([
      `\`mastodon\` is "${url}", but it is not the URL of a post on a Mastodon server.`,
    ]);
  });
});
