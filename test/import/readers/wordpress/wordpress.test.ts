import { describe, expect, it } from 'vitest';
import { reader } from '../../../../src/import/readers/wordpress/wordpress.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { entriesIn, openWxr, readItems, wxr, wxrPost } from '../../../support/wxr.ts';

const OPTIONS = { fetch: () => Promise.reject(new Error('nothing is fetched')) };

async function namesIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await reader.find(memorySource(files), OPTIONS)).map(({ name }) => name);
}

describe('finding exports', () => {
  it('knows them by their content', async () => {
    expect(await namesIn({ 'export.xml': wxr([]) })).toEqual(['Garden']);
    expect(await namesIn({ download: wxr([]) })).toEqual(['Garden']);
    const old =
      '<rss><channel><title>Old</title><wp:base_blog_url>http://o.example</wp:base_blog_url></channel></rss>';
    expect(await namesIn({ 'a.xml': old })).toEqual(['Old']);
    expect(
      await namesIn({
        'feed.xml':
          '<rss version="2.0"><channel><generator>https://wordpress.org/?v=6</generator></channel></rss>',
        'atom.xml': '<feed xmlns="http://www.w3.org/2005/Atom"><title>WordPress</title></feed>',
        'notes.md': wxr([]),
      }),
    ).toEqual([]);
  });

  it('joins the parts of an export, and tells blogs apart', async () => {
    const other = wxr([], '<title>Kitchen</title><link>https://kitchen.example</link>');
    expect(
      await namesIn({ 'a/1.xml': wxr([]), 'a/2.xml': wxr([]), 'b.xml': other, 'b.txt': 'x' }),
    ).toEqual(['Garden', 'Kitchen']);
  });

  it('streams the same items each time', async () => {
    const blog = await openWxr(wxr([wxrPost(), wxrPost({ 'wp:post_id': '15' })]));
    expect(await readItems(blog)).toEqual(await readItems(blog));
  });
});

it('reads the facts about the blog', async () => {
  const { facts } = await openWxr(wxr([wxrPost()]));
  expect(facts).toEqual({
    title: 'Garden',
    description: 'Notes & roses',
    language: 'en-US',
    timeZone: 'Europe/Berlin',
    url: 'https://garden.example/',
    hosts: [],
  });
});

it('knows a blog under several hosts, and the address that the owner tells', async () => {
  const text = wxr([wxrPost()], '<title>G</title><link>https://garden.wordpress.example</link>');
  expect((await openWxr(text)).facts).toMatchObject({
    url: 'https://garden.wordpress.example/',
    hosts: ['garden.example'],
  });
  expect((await openWxr(text, 'https://new.example')).facts).toMatchObject({
    url: 'https://new.example/',
    hosts: ['garden.wordpress.example', 'garden.example'],
  });
});

it('finds uploads among the files of the source', async () => {
  const blog = await openWxr({
    'export.xml': wxr([wxrPost()]),
    'media/2011/05/Röse a.jpg': 'a',
    'media/2011/05/Röse a-300x200.jpg': 'b',
    'media/2012/01/same.jpg': 'c',
    'media/2012/02/same.jpg': 'd',
    'media/only.jpg': 'e',
  });
  const [entry] = entriesIn(await readItems(blog));
  if (entry === undefined) throw new Error('there is no entry');
  const find = (url: string) => blog.file?.(`https://garden.example/${url}`, entry)?.path;
  expect(find('wp-content/uploads/2011/05/R%C3%B6se%20a-300x200.jpg?x')).toBe(
    'media/2011/05/Röse a.jpg',
  );
  expect(find('wp-content/uploads/2012/02/same.jpg')).toBe('media/2012/02/same.jpg');
  expect(find('same.jpg')).toBeUndefined();
  expect(find('wp-content/uploads/2011/05/only-scaled.jpg')).toBe('media/only.jpg');
  expect(find('export.xml')).toBeUndefined();
});
