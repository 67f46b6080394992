import { expect, it } from 'vitest';
import type { ImportedEntry } from '../../../src/import/model.ts';
import { OwnHosts } from '../../../src/import/readers/blogger/own-hosts.ts';
import { entriesIn, readImport } from '../../support/read-import.ts';
import { takeout, type TakeoutEntry } from '../../support/takeout.ts';

const POSTS: TakeoutEntry[] = [1, 2, 3, 4].map((number) => ({
  number,
  title: `Post ${number}`,
  filename: `/2011/0${number}/post.html`,
}));

/** A post that links to these addresses. */
function linking(...urls: string[]): TakeoutEntry {
  return { number: 9, title: 'Links', html: urls.map((url) => `<a href="${url}">x</a>`).join(' ') };
}

async function facts(
  columns: Record<string, string> | null,
  entries: TakeoutEntry[],
  url?: string,
) {
  const read = await readImport(takeout(entries, columns), { url });
  return { url: read.facts.url, hosts: read.facts.hosts };
}

const DOMAIN_LINKS = linking(
  'http://www.garden.example/2011/01/post.html',
  'https://garden.example/2011/02/post.html?m=1#c5',
  'https://garden.example/2011/03/post.html',
  'https://other.example/2011/04/else.html',
  'https://rival.blogspot.com/2011/04/post.html',
);

it('takes the address that the user gives', async () => {
  expect(
    await facts({ blog_subdomain: 'garden' }, [...POSTS, DOMAIN_LINKS], 'http://my.example/blog'),
  ).toEqual({ url: 'https://my.example/', hosts: ['garden.blogspot.com', 'garden.example'] });
});

it('takes the subdomain of the settings', async () => {
  expect(
    await facts({ blog_subdomain: 'garden', blog_publishing_mode: 'BLOGSPOT' }, [
      ...POSTS,
      linking('http://garden.blogspot.de/2011/01/post.html'),
    ]),
  ).toEqual({ url: 'https://garden.blogspot.com/', hosts: [] });
});

it('finds the domain of a blog that has its own in its links', async () => {
  const columns = { blog_subdomain: 'garden', blog_publishing_mode: 'CUSTOM_DOMAIN' };
  expect(await facts(columns, [...POSTS, DOMAIN_LINKS])).toEqual({
    url: 'https://garden.example/',
    hosts: ['garden.blogspot.com'],
  });
  expect(await facts({ ...columns, blog_publishing_mode: 'www.garden.example' }, POSTS)).toEqual({
    url: 'https://www.garden.example/',
    hosts: ['garden.blogspot.com'],
  });
});

it('finds the address in the links without settings', async () => {
  expect(await facts(null, [...POSTS, DOMAIN_LINKS])).toEqual({
    url: 'https://garden.example/',
    hosts: [],
  });
  expect(await facts(null, [linking('http://gardens.blogspot.co.uk/2009/01/gone.html')])).toEqual({
    url: undefined,
    hosts: [],
  });
  expect(
    await facts(null, [
      linking('http://gar-den.blogspot.co.uk/2009/01/gone.html', 'https://a.blogspot.com/p/b.html'),
    ]),
  ).toEqual({ url: 'https://gar-den.blogspot.com/', hosts: [] });
});

it('does not take another blog for its own', async () => {
  const others = linking(
    ...['01', '02', '03'].map((month) => `https://rival.blogspot.com/2011/${month}/other.html`),
  );
  expect(await facts(null, [...POSTS, others])).toEqual({ url: undefined, hosts: [] });
});

it('counts each link once, and reads long bodies in linear time', () => {
  const hosts = new OwnHosts();
  hosts.addPath('/2011/01/a.html');
  hosts.addPath('/2011/01/b.html');
  hosts.addPath('/2011/01/c.html');
  hosts.addLinks('https://one.example/2011/01/a.html '.repeat(5));
  hosts.addLinks('https://two.example/2011/01/a.html https://two.example/2011/01/B.html');
  expect(hosts.hosts('')).toEqual(['two.example']);
  const started = performance.now();
  hosts.addLinks('https://'.repeat(200_000));
  hosts.addLinks(`https://x/2011/01/${'a'.repeat(1_000_000)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});

const ENTRY: ImportedEntry = {
  type: 'post',
  id: '1',
  place: { file: 'feed.atom' },
  status: 'public',
  title: '',
  authors: [],
  tags: [],
  legacyUrls: [],
  body: { format: 'html', text: '' },
};

const ALBUM = 'Takeout/Blogger/Albums/Garden, old';
const HOST = 'https://blogger.googleusercontent.com/img/b/R29vZ2xl/AVvXsE';

it.each([
  [`${HOST}/s320/My%2520Photo.png`, 'My Photo.png'],
  [`${HOST}/s320/My+Photo.png`, 'My Photo.png'],
  ['http://1.bp.blogspot.com/-a/b/c/w640-h480/MY%20PHOTO.PNG', 'My Photo.png'],
  ['https://lh3.googleusercontent.com/x/y/s72-c/gr%C3%BC%C3%9Fe.jpg', 'grüße.jpg'],
  [`${HOST}/s1600/again.jpg`, undefined],
  [`${HOST}/s1600/again%281%29.jpg`, 'again(1).jpg'],
  [`${HOST}/s1600/twice.jpg`, 'twice.jpg'],
  [`${HOST}/s1600/only.jpg`, 'only (2).jpg'],
  [`${HOST}/s1600/none%E8%B2%B.jpg`, undefined],
  ['https://other.example/s320/My%20Photo.png', undefined],
  ['https://blogger.googleusercontent.com/img/a/AVvXsE=s320', undefined],
  ['not an address', undefined],
  ['data:image/png;base64,AAAA', undefined],
])('finds the picture of %s in the albums', async (url, name) => {
  const { blog, items } = await readImport(
    takeout([{ number: 1, title: 'A' }], null, {
      [`${ALBUM}/My Photo.png`]: 'a',
      [`${ALBUM}/My Photo.png.json`]: '{}',
      [`${ALBUM}/metadata.json`]: '{}',
      [`${ALBUM}/gru\u0308\u00DFe.jpg`]: 'b',
      [`${ALBUM}/again.jpg`]: 'one',
      [`${ALBUM}/again(1).jpg`]: 'other',
      [`${ALBUM}/twice.jpg`]: 'same',
      [`${ALBUM}/twice(1).jpg`]: 'same',
      [`${ALBUM}/only (2).jpg`]: 'c',
      'Takeout/Drive/My Photo.png': 'no album',
    }),
  );
  expect(entriesIn(items)).toHaveLength(1);
  const file = blog.file?.(url, ENTRY);
  expect(file?.path.normalize('NFC')).toBe(name && `${ALBUM}/${name}`);
});

it('leaves it to the pixels which of several uploads of a name is meant', async () => {
  const { blog } = await readImport(
    takeout([], null, { [`${ALBUM}/a.jpg`]: 'one', [`${ALBUM}/A(1).jpg`]: 'other' }),
  );
  const names = blog.candidates?.(`${HOST}/s320/a.jpg`).map(({ path }) => path);
  expect(names?.toSorted()).toEqual([`${ALBUM}/A(1).jpg`, `${ALBUM}/a.jpg`]);
});
