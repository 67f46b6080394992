import { expect, it } from 'vitest';
import { entriesIn, leftOutIn, messagesIn, readImport } from '../../support/read-import.ts';
import { memorySource } from '../../support/memory-source.ts';

const HEAD = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>tag:blogger.com,1999:blog-7.archive</id><title type='text'>Rosa&amp;#39;s garden</title>
<link rel='self' type='application/atom+xml' href='https://www.blogger.com/feeds/7/archive'/>
<link rel='alternate' type='text/html' href='http://garden.example/'/>
<generator version='7.00' uri='https://www.blogger.com'>Blogger</generator>
`;

const LABEL = 'http://www.blogger.com/atom/ns#';
const post = (number: number): string => `tag:blogger.com,1999:blog-7.post-${number}`;

function kind(name: string): string {
  return `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${name}'/>`;
}

/** An entry of a backup. */
function entry(id: string, of: string, inner: string): string {
  return `<entry><id>${id}</id><published>2015-12-24T15:14:00.003+08:00</published>${kind(of)}${inner}</entry>\n`;
}

function setting(name: string, value: string): string {
  return entry(
    `tag:blogger.com,1999:blog-7.settings.${name}`,
    'settings',
    `<title type='text'>A setting</title><content type='text'>${value}</content>`,
  );
}

const ROSA = `<author><name>Rosa</name><uri>https://www.blogger.com/profile/2</uri><email>noreply@blogger.com</email></author>`;

/** The archive with these entries. */
function read(...entries: string[]) {
  return readImport(memorySource({ 'blog-12-24-2015.xml': `${HEAD}${entries.join('')}</feed>` }));
}

it('reads posts, pages and drafts', async () => {
  const { format, names, items } = await read(
    entry('tag:blogger.com,1999:blog-7.layout', 'template', `<content type='text'>theme</content>`),
    entry(
      post(12),
      'post',
      `<category scheme='${LABEL}' term='Tools'/><title type='text'>Roses &amp; more</title><content type='html'>&lt;p&gt;One&lt;/p&gt;</content>
<link rel='replies' type='text/html' href='https://garden.example/2015/12/roses.html#comment-form'/>
<link rel='alternate' type='text/html' href='https://garden.example/2015/12/roses.html'/>
<link rel='related' href='https://roses.example/'/>${ROSA}`,
    ).replace(kind('post'), `<category scheme='${LABEL}' term='Mac'/>${kind('post')}`),
    entry(
      'tag:blogger.com,1999:blog-7.page-3',
      'page',
      `<title type='text'>About</title><content/><link rel='alternate' type='text/html' href='http://garden.example/p/about.html'/>`,
    ),
    entry(
      post(13),
      'post',
      `<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control><title type='text'>Idea</title><content type='html'></content>`,
    ),
    entry(
      post(14),
      'post',
      `<app:control><app:draft>yes</app:draft></app:control><title type='text'></title><content type='html'></content>`,
    ),
  );
  expect(format).toBe('blogger-backup');
  expect(names).toEqual(["Rosa's garden"]);
  expect(entriesIn(items)).toEqual([
    expect.objectContaining({
      type: 'post',
      id: post(12),
      guid: post(12),
      status: 'public',
      title: 'Roses & more',
      slug: 'roses',
      published: '2015-12-24T15:14:00+08:00',
      authors: ['Rosa'],
      tags: ['Mac', 'Tools'],
      legacyUrls: ['/2015/12/roses.html'],
      body: {
        format: 'html',
        text: '<p>One</p>\n<p><a href="https://roses.example/">https://roses.example/</a></p>',
        base: 'https://garden.example/2015/12/roses.html',
      },
    }),
    expect.objectContaining({ type: 'page', status: 'public', legacyUrls: ['/p/about.html'] }),
    expect.objectContaining({ type: 'post', status: 'draft', title: 'Idea', legacyUrls: [] }),
  ]);
  expect(leftOutIn(items)).toEqual(['empty drafts: draft 14']);
  expect(JSON.stringify(items)).not.toContain('noreply');
});

it('reads the settings among the entries', async () => {
  const { facts, items } = await read(
    setting('BLOG_ADMIN_PERMISSION', 'rosa@mail.example'),
    setting('BLOG_NAME', 'Garden'),
    setting('BLOG_LOCALE', 'in'),
    setting('BLOG_TIME_ZONE', 'Asia/Singapore'),
    setting('BLOG_SUBDOMAIN', 'garden'),
    setting('BLOG_PUBLISHING_MODE', 'PUBLISH_MODE_HOSTED'),
    setting('BLOG_READ_ACCESS_MODE', 'PUBLIC'),
  );
  expect(items).toEqual([]);
  expect(facts).toEqual({
    title: 'Garden',
    description: undefined,
    language: 'id',
    timeZone: 'Asia/Singapore',
    url: 'https://garden.example/',
    hosts: ['garden.blogspot.com'],
    legacy: 'blogger',
  });
});

it('leaves line feeds alone that were none on the blog', async () => {
  const body = entry(post(1), 'post', `<title>A</title><content type='html'>One\nTwo</content>`);
  const off = await read(body, setting('BLOG_CONVERT_LINE_BREAKS', 'false'));
  expect(entriesIn(off.items)[0]?.body.text).toBe('One\nTwo');
  const on = await read(body, setting('BLOG_CONVERT_LINE_BREAKS', 'true'));
  expect(entriesIn(on.items)[0]?.body.text).toBe('One<br />\nTwo');
});

it('reads comments, threads and removed comments', async () => {
  const reply = `<thr:in-reply-to href='https://garden.example/2015/12/roses.html' ref='${post(12)}' source='http://www.blogger.com/feeds/7/posts/default/12' type='text/html'/>`;
  const { items } = await read(
    entry(
      post(90),
      'comment',
      `<title type='text'>Nice ro...</title><content type='html'>Nice roses</content>${reply}<author><name>Ann</name><uri>javascript:alert(1)</uri></author>`,
    ),
    entry(
      post(91),
      'comment',
      `<content type='html'>Thanks</content><link rel='related' type='application/atom+xml' href='http://www.blogger.com/feeds/7/12/comments/default/90?v=2'/>${reply.replace(/ref='[^']*'/, '')}<author><name>Rosa</name></author>`,
    ),
    entry(
      post(92),
      'comment',
      `<content type='html'>This comment has been removed by the author.</content>${reply}<gd:extendedProperty name='blogger.contentRemoved' value='true'/><author><name>Tom</name></author>`,
    ),
  );
  expect(items).toEqual([
    expect.objectContaining({
      type: 'comment',
      id: post(90),
      entry: post(12),
      anchor: 'c90',
      author: 'Ann',
      url: undefined,
      html: 'Nice roses',
    }),
    expect.objectContaining({ id: post(91), entry: post(12), replyTo: post(90), author: 'Rosa' }),
    expect.objectContaining({ type: 'left-out', what: 'comment by Tom' }),
  ]);
});

it('reports other kinds of entries', async () => {
  const { items } = await read(entry(post(1), 'poll', `<title>Which rose?</title>`));
  expect(leftOutIn(items)).toEqual([
    'entries of the kind "poll", which Perennial does not know: Which rose?',
  ]);
});

it('reads a part of an archive, without its root and its declarations', async () => {
  const part = `${entry(post(1), 'post', `<app:control><app:draft>yes</app:draft></app:control><title>One</title><content>a</content>`)}${entry(post(2), 'post', `<title>Two</title><content>b</content>`)}`;
  const { items } = await readImport(memorySource({ 'part.xml': part }));
  expect(entriesIn(items).map(({ title, status }) => [title, status])).toEqual([
    ['One', 'draft'],
    ['Two', 'public'],
  ]);
  expect(messagesIn(items)).toEqual([]);
});

/** A page of the feed of posts, saved. */
function page(numbers: readonly number[], body = `<content type='html'>Words</content>`): string {
  const entries = numbers.map(
    (number) =>
      `<entry><id>${post(number)}</id><published>2015-12-24T15:14:00.003+08:00</published><title type='text'>Post ${number}</title>${body}<link rel='alternate' type='text/html' href='http://garden.example/2015/12/${number}.html'/></entry>`,
  );
  return `${HEAD.replace('.archive', '')}${entries.join('')}</feed>`;
}

it('reads pages of feeds that were saved, each post once', async () => {
  const { names, items } = await readImport(
    memorySource({ 'default (1).xml': page([1, 2]), 'default.xml': page([2, 3]) }),
  );
  expect(names).toEqual(["Rosa's garden"]);
  expect(entriesIn(items).map(({ title }) => title)).toEqual(['Post 1', 'Post 2', 'Post 3']);
});

it('refuses feeds of summaries', async () => {
  const source = memorySource({
    'default.xml': page([1], `<summary type='text'>The begin</summary>`),
  });
  await expect(readImport(source)).rejects.toThrow(
    'default.xml has only the beginnings of posts, such as "Post 1". In Blogger, set Settings > Site feed',
  );
});

it('reads feeds in JSON, also in a script', async () => {
  const json = JSON.stringify({
    feed: {
      id: { $t: 'tag:blogger.com,1999:blog-7' },
      title: { type: 'text', $t: 'Garden' },
      link: [{ rel: 'alternate', type: 'text/html', href: 'http://garden.example/' }],
      entry: [
        {
          id: { $t: post(1) },
          published: { $t: '2013-12-15T17:42:00.000+02:00' },
          category: [{ scheme: LABEL, term: 'Tools' }],
          title: { type: 'text', $t: 'Roses' },
          content: { type: 'html', $t: '<p>Words</p>' },
          link: [{ rel: 'alternate', href: 'http://garden.example/2013/12/roses.html' }],
          author: [{ name: { $t: 'Rosa' }, email: { $t: 'noreply@blogger.com' } }],
        },
        {
          id: { $t: post(2) },
          content: { $t: 'Nice' },
          'thr$in-reply-to': { ref: post(1) },
          author: [{ name: { $t: 'Ann' } }],
        },
      ],
    },
  });
  for (const text of [json, `// API callback\ngdata.io.handleScriptLoaded(${json});`]) {
    const { facts, names, items } = await readImport(memorySource({ 'default.json': text }));
    expect(names).toEqual(['Garden']);
    expect(facts.url).toBe('https://garden.example/');
    expect(items).toMatchObject([
      {
        type: 'post',
        title: 'Roses',
        tags: ['Tools'],
        authors: ['Rosa'],
        published: '2013-12-15T17:42:00+02:00',
        legacyUrls: ['/2013/12/roses.html'],
        body: { text: '<p>Words</p>' },
      },
      { type: 'comment', entry: post(1), author: 'Ann', anchor: 'c2' },
    ]);
  }
});

it('reads answers of the API', async () => {
  const resource = {
    kind: 'blogger#post',
    id: '12',
    blog: { id: '7' },
    published: '2017-06-20T00:32:00-04:00',
    url: 'http://garden.example/2017/06/roses.html',
    title: 'Roses',
    content: '<p>Words</p>',
    author: { displayName: 'Rosa &amp; Co.' },
    labels: ['This & That', 'Good &amp; Bad'],
  };
  const list = [resource, { ...resource, id: '13', status: 'DRAFT' }];
  for (const json of [list, { kind: 'blogger#postList', items: list }]) {
    const { facts, items } = await readImport(
      memorySource({ 'response.json': JSON.stringify(json) }),
    );
    expect(facts.url).toBe('https://garden.example/');
    expect(entriesIn(items)).toMatchObject([
      {
        guid: post(12),
        status: 'public',
        authors: ['Rosa & Co.'],
        tags: ['This & That', 'Good & Bad'],
        legacyUrls: ['/2017/06/roses.html'],
      },
      { guid: post(13), status: 'draft' },
    ]);
  }
});

it('explains JSON that was cut', async () => {
  const source = memorySource({
    'default.json': `{"feed":{"id":{"$t":"tag:blogger.com,1999:blog-7"},"entry":[{`,
  });
  await expect(readImport(source)).rejects.toThrow('default.json is no valid JSON');
});
