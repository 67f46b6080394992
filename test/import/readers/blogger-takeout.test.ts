import { expect, it } from 'vitest';
import { entriesIn, leftOutIn, messagesIn, readImport } from '../../support/read-import.ts';
import { memorySource } from '../../support/memory-source.ts';
import { feedOf, FOLDER, takeout, type TakeoutEntry } from '../../support/takeout.ts';

/** The items of a Takeout with these entries. */
async function read(...entries: TakeoutEntry[]) {
  return (await readImport(takeout(entries))).items;
}

it('reads a post', async () => {
  const items = await read({
    number: 12,
    title: 'Roses & <stdin>',
    html: '<p>Text with &lt;stdin&gt; &amp; more</p>',
    labels: ['micro:bit', "Landauer's", ' Tools ', 'micro:bit'],
    filename: '/2024/02/Roses_1.html',
    published: '2024-01-31T20:30:00.000Z',
    more: `<updated>2024-02-02T10:00:00.123Z</updated><blogger:created>2024-01-30T10:00:00Z</blogger:created>
<blogger:metaDescription>All about
"roses".</blogger:metaDescription>`,
  });
  expect(items).toEqual([
    {
      type: 'post',
      id: 'tag:blogger.com,1999:blog-7.post-12',
      place: { file: `${FOLDER}/feed.atom`, line: 5 },
      status: 'public',
      guid: 'tag:blogger.com,1999:blog-7.post-12',
      title: 'Roses & <stdin>',
      slug: 'Roses_1',
      // The month of the address differs: it was made in the zone of the blog.
      published: '2024-01-31T20:30:00Z',
      updated: '2024-02-02T10:00:00Z',
      authors: ['Rosa'],
      tags: ['micro:bit', "Landauer's", 'Tools'],
      description: 'All about "roses".',
      legacyUrls: ['/2024/02/Roses_1.html'],
      body: {
        format: 'html',
        text: '<p>Text with &lt;stdin&gt; &amp; more</p>',
        base: 'https://garden.blogspot.com/2024/02/Roses_1.html',
      },
    },
  ]);
});

it('reads pages, and titles that are numbers or doubly encoded', async () => {
  const items = await read(
    { number: 1, type: 'PAGE', title: '2024', filename: '/p/about.html' },
    { number: 2, title: '&#39;Tips&#39; &amp; <b>', filename: '/2024/05/tips.html' },
  );
  expect(entriesIn(items).map(({ type, title, slug }) => [type, title, slug])).toEqual([
    ['page', '2024', 'about'],
    ['post', "'Tips' & <b>", 'tips'],
  ]);
});

it('reads the settings, and no others than those of the blog', async () => {
  const { facts } = await readImport(
    takeout([], {
      blog_admin_permission: 'rosa@mail.example',
      blog_name: 'The &quot;Garden&quot;',
      blog_description: 'One line<br>two\nlines &amp; more',
      blog_locale: 'en_GB',
      blog_time_zone: 'Europe/London',
      blog_subdomain: 'garden',
      blog_publishing_mode: 'BLOGSPOT',
      blog_read_access_mode: 'PUBLIC',
    }),
  );
  expect(facts).toEqual({
    title: 'The "Garden"',
    description: 'One line two lines & more',
    language: 'en-GB',
    timeZone: 'Europe/London',
    url: 'https://garden.blogspot.com/',
    hosts: [],
    legacy: 'blogger',
  });
});

it.each([
  ['in', 'id'],
  ['iw', 'he'],
  ['zh_TW', 'zh-TW'],
  ['', undefined],
])('takes the language code %s as %s', async (blog_locale, language) => {
  expect((await readImport(takeout([], { blog_locale }))).facts.language).toBe(language);
});

it.each([
  ['LIVE', '<blogger:trashed/>', 'public'],
  ['LIVE', '<blogger:trashed></blogger:trashed>', 'public'],
  ['LIVE', '<blogger:trashed>2020-05-05T00:00:00Z</blogger:trashed>', 'trashed'],
  ['SOFT_TRASHED', '', 'trashed'],
  ['DRAFT', '', 'draft'],
  ['SCHEDULED', '', 'scheduled'],
  ['NEW_AND_STRANGE', '', 'unknown'],
])('takes the status %s with %s as %s', async (status, more, expected) => {
  const items = await read({ number: 1, title: 'Roses', status, more });
  expect(entriesIn(items).map((entry) => entry.status)).toEqual([expected]);
  expect(messagesIn(items)).toHaveLength(expected === 'unknown' ? 1 : 0);
});

it('publishes nothing of a blog that not everyone could read', async () => {
  const { items } = await readImport(
    takeout(
      [
        { number: 1, title: 'Roses' },
        { number: 2, title: 'Draft', status: 'DRAFT' },
      ],
      {
        blog_read_access_mode: 'PRIVATE',
      },
    ),
  );
  expect(entriesIn(items).map(({ status }) => status)).toEqual(['private', 'draft']);
  expect(messagesIn(items)).toEqual([expect.stringContaining('(PRIVATE)')]);
});

it('leaves out empty drafts, but keeps drafts without an address', async () => {
  const items = await read(
    { number: 1, status: 'DRAFT' },
    { number: 2, status: 'DRAFT', title: 'Idea' },
    { number: 3, status: 'DRAFT', html: 'words' },
    { number: 4, filename: '/2024/05/photo.html' },
  );
  expect(leftOutIn(items)).toEqual(['empty drafts: draft 1']);
  expect(entriesIn(items).map(({ title, legacyUrls, slug }) => [title, legacyUrls, slug])).toEqual([
    ['Idea', [], undefined],
    ['', [], undefined],
    ['', ['/2024/05/photo.html'], 'photo'],
  ]);
});

it('reads comments with their threads, wherever they are', async () => {
  const post = 'tag:blogger.com,1999:blog-7.post-12';
  const items = await read(
    {
      number: 903,
      type: 'COMMENT',
      author: '',
      html: 'Agreed.<br />Second line',
      more: `<blogger:parent>${post}</blogger:parent><blogger:inReplyTo>tag:blogger.com,1999:blog-7.post-901</blogger:inReplyTo>`,
    },
    { number: 12, title: 'Roses' },
    {
      number: 901,
      type: 'COMMENT',
      author: 'Ann & Co',
      html: 'Nice &lt;b&gt;\nTag',
      more: `<blogger:parent>${post}</blogger:parent><blogger:inReplyTo/>`,
    },
    {
      number: 902,
      type: 'COMMENT',
      status: 'SPAM',
      more: `<blogger:parent>${post}</blogger:parent>`,
    },
    { number: 904, type: 'COMMENT', html: 'lost' },
  );
  const comments = items.filter(({ type }) => type === 'comment');
  expect(comments).toEqual([
    expect.objectContaining({
      id: 'tag:blogger.com,1999:blog-7.post-903',
      entry: post,
      replyTo: 'tag:blogger.com,1999:blog-7.post-901',
      anchor: 'c903',
      author: '',
      html: 'Agreed.<br />Second line',
      published: '2024-05-01T10:00:00Z',
    }),
    expect.objectContaining({
      anchor: 'c901',
      author: 'Ann & Co',
      replyTo: undefined,
      html: 'Nice &lt;b&gt;<br />\nTag',
    }),
  ]);
  expect(leftOutIn(items)).toEqual([
    'comments that the old blog did not show: comment by Rosa (902)',
    'comments without a post: comment by Rosa (904)',
  ]);
});

it('names authors with their profiles, and no e-mail address', async () => {
  const feed = feedOf([
    { number: 1, title: 'A' },
    { number: 2, title: 'B' },
  ]).replaceAll(
    '<name>Rosa</name>',
    '<name>Rosa</name><uri>https://www.blogger.com/profile/2</uri><email>rosa@mail.example</email>',
  );
  const { items } = await readImport(memorySource({ 'feed.atom': feed }));
  expect(items.filter(({ type }) => type === 'author')).toEqual([
    { type: 'author', name: 'Rosa', url: 'https://www.blogger.com/profile/2', legacyUrls: [] },
  ]);
  expect(JSON.stringify(items)).not.toContain('@');
});

it('never makes a post of an entry of another type', async () => {
  const items = await read({ number: 1, type: 'IMAGE', title: 'x.jpg' }, { number: 2, type: '' });
  expect(entriesIn(items)).toEqual([]);
  expect(leftOutIn(items)).toEqual([
    'entries of the type IMAGE, which Perennial does not know: x.jpg',
    'entries of the type none, which Perennial does not know: tag:blogger.com,1999:blog-7.post-2',
  ]);
});

it('keeps what Blogger showed around a body', async () => {
  const items = await read({
    number: 1,
    title: 'Roses',
    html: '<p>Text</p>',
    more: `<link rel='related' href='https://roses.example/?a=1&amp;b'/>
<enclosure href='https://pod.example/1.mp3' type='audio/mpeg'/>
<blogger:location><blogger:name>Berlin</blogger:name></blogger:location>`,
  });
  expect(entriesIn(items)[0]?.body.text).toBe(
    '<p>Text</p>\n<p><a href="https://roses.example/?a=1&amp;b">https://roses.example/?a=1&amp;b</a></p>\n<p><audio controls src="https://pod.example/1.mp3"></audio></p>',
  );
  expect(leftOutIn(items)).toEqual(['places named below posts: The post "Roses": Berlin']);
});

it('turns line feeds into breaks where nothing else breaks lines', async () => {
  const items = await read(
    { number: 1, title: 'A', html: 'One\n\n<b>Two</b>\n' },
    { number: 2, title: 'B', html: '<p>One</p>\nTwo' },
    { number: 3, title: 'C', html: '<pre>One\nTwo</pre>' },
  );
  expect(entriesIn(items).map(({ body }) => body.text)).toEqual([
    'One<br />\n<br />\n<b>Two</b>',
    '<p>One</p>\nTwo',
    '<pre>One\nTwo</pre>',
  ]);
});

it('warns of videos that Blogger keeps, and of characters that cannot be read', async () => {
  const items = await read(
    {
      number: 1,
      title: 'Film',
      html: '<iframe src="https://www.blogger.com/video.g?token=A"></iframe>',
    },
    { number: 2, title: 'Bad \uFFFD' },
  );
  expect(messagesIn(items)).toEqual([
    expect.stringContaining('"Film" shows a video'),
    expect.stringContaining('cannot be read'),
  ]);
});

it('lists the blogs of an archive by name, and merges the feed of comments', async () => {
  const comment = {
    number: 5,
    type: 'COMMENT',
    html: 'Hello',
    more: '<blogger:parent>p</blogger:parent>',
  };
  const source = memorySource({
    'T/Blogger/Blogs/One/feed.atom': feedOf([{ number: 1, title: 'A' }, comment], 1, 'Garden'),
    'T/Blogger/Comments/One/feed.atom': feedOf([comment, { ...comment, number: 6 }], 1, 'Garden'),
    'T/Blogger/Blogs/Two/feed.atom': feedOf([{ number: 1, title: 'B' }], 2, 'Garden'),
    'T/Blogger/Blogs/Three/feed.atom': feedOf([{ number: 1, title: 'C' }], 3, 'Roses &amp; more'),
    'T/Blogger/Blogs/Four/feed.atom': feedOf([{ number: 1, title: 'D' }], 4, ''),
  });
  const { names, items } = await readImport(source, { blog: 'Garden (1)' });
  expect(names).toEqual(['Four', 'Garden (1)', 'Roses & more', 'Garden (2)']);
  expect(items.map((item) => ('id' in item ? item.id : ''))).toEqual([
    'tag:blogger.com,1999:blog-1.post-1',
    'tag:blogger.com,1999:blog-1.post-5',
    'tag:blogger.com,1999:blog-1.post-6',
  ]);
});

it('asks for the other parts of a Takeout that has only comments', async () => {
  const source = memorySource({ 'T/Blogger/Comments/One/feed.atom': feedOf([]) });
  await expect(readImport(source)).rejects.toThrow('Give all parts of the Takeout');
});

/** A post as of a time. */
function changed(time: string): TakeoutEntry {
  return { number: 1, title: 'A', more: `<updated>${time}</updated>` };
}

it('reads two copies of an export once, and tells which post differs', async () => {
  const { items } = await readImport(
    memorySource({
      'a/feed.atom': feedOf([changed('2024-05-01T10:00:00Z')]),
      'b/feed.atom': feedOf([changed('2024-06-01T10:00:00Z')]),
    }),
  );
  expect(entriesIn(items)).toHaveLength(1);
  expect(messagesIn(items)).toEqual([expect.stringContaining('is in the export twice')]);
});

it('takes what comes before the end of a file that was cut, and says so', async () => {
  const feed = feedOf([
    { number: 1, title: 'A' },
    { number: 2, title: 'B' },
  ]);
  const cut = feed.slice(0, feed.lastIndexOf('<content'));
  const { items } = await readImport(memorySource({ 'feed.atom': cut }));
  expect(entriesIn(items).map(({ title }) => title)).toEqual(['A']);
  expect(messagesIn(items)).toEqual([
    'feed.atom is cut: it ends within the entry that begins in line 20, or after it. What comes after that is missing; export the blog again.',
  ]);
});

it('refuses settings that cannot be read', async () => {
  const source = takeout([], null, { [`${FOLDER}/settings.csv`]: 'a,b\n"x,y' });
  await expect(readImport(source)).rejects.toThrow('settings.csv is no valid table');
});

it('never hands an export of a platform to the reader of feeds', async () => {
  await expect(readImport(takeout([]), { from: 'feed' })).rejects.toThrow('none of the exports');
});
