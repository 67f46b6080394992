/** Settings of what surrounds the posts: licence, links to sources, navigation, announcement, cover. */
import { describe, expect, it } from 'vitest';
import { editPatterns } from '../../src/content/edit-url.ts';
import { licenceOf } from '../../src/content/licence.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { validate } from '../../src/content/validate.ts';
import { Problems } from '../../src/lib/problem.ts';

describe('a licence', () => {
  it.each([
    ['CC BY 4.0', 'CC BY 4.0', 'licenses/by/4.0/'],
    ['cc-by-nc-sa-3.0', 'CC BY-NC-SA 3.0', 'licenses/by-nc-sa/3.0/'],
    ['Creative Commons BY-ND 2.5', 'CC BY-ND 2.5', 'licenses/by-nd/2.5/'],
    ['CC0', 'CC0 1.0', 'publicdomain/zero/1.0/'],
    ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC BY-SA 4.0', 'licenses/by-sa/4.0/'],
  ])('of Creative Commons has a name and an address: %s', (written, text, path) => {
    expect(licenceOf(written)).toEqual({ text, url: `https://creativecommons.org/${path}` });
  });

  it('may be any other name or address', () => {
    expect(licenceOf('All rights reserved')).toEqual({
      text: 'All rights reserved',
      url: undefined,
    });
    expect(licenceOf('https://www.garden.example/licence/')).toEqual({
      text: 'garden.example/licence',
      url: 'https://www.garden.example/licence/',
    });
  });

  it.each(['CC BY', 'CC BY 5.0', 'CC BY-SA-NC 4.0', 'Creative Commons'])(
    'that Creative Commons does not have is refused: %s',
    (written) => {
      expect(licenceOf(written)).toBeUndefined();
    },
  );
});

describe('the address of a repository', () => {
  it.each([
    ['https://github.com/rosa/garden', '/edit/main/:path', '/commits/main/:path'],
    ['https://gitlab.com/a/b/garden', '/-/edit/main/:path', '/-/commits/main/:path'],
    ['https://codeberg.org/rosa/garden', '/_edit/main/:path', '/commits/branch/main/:path'],
  ])('becomes the patterns of its forge: %s', (repository, edit, history) => {
    const patterns = { edit: repository + edit, history: repository + history };
    expect(editPatterns(repository)).toMatchObject(patterns);
    expect(editPatterns(`${repository}.git`)).toMatchObject(patterns);
    expect(editPatterns(`${repository}/`)).toMatchObject(patterns);
  });

  it('may name a branch and a folder', () => {
    expect(editPatterns('https://github.com/rosa/garden/tree/dev/blog')?.edit).toBe(
      'https://github.com/rosa/garden/edit/dev/blog/:path',
    );
  });

  it('may be a pattern', () => {
    const edit = 'https://git.example.org/edit?file=:path';
    expect(editPatterns(edit)).toEqual({ edit, history: undefined });
  });

  it.each([
    'https://git.example.org/rosa/garden',
    'https://github.com/rosa',
    'https://github.com//garden',
    'javascript:alert(1)//:path',
    'https://example.org/"onclick=":path',
  ])('is refused if nothing follows from it: %s', (address) => {
    expect(editPatterns(address)).toBeUndefined();
  });
});

describe('a wrong value', () => {
  it.each([
    [{ navigation: ['arkive'] }, 'navigation[0]', 'did you mean `archive`?'],
    [{ navigation: [{ text: 'About' }] }, 'navigation[0].url', 'is missing'],
    [
      { navigation: ['tags', { text: 'More', items: [{ text: 'x' }] }] },
      'navigation[1].items[0].url',
      'is missing',
    ],
    [{ navigation: [{ text: 'More', items: [] }] }, 'navigation[0].items', 'must be'],
    [
      { navigation: [{ text: 'A', items: [{ text: 'B', items: ['tags'] }] }] },
      'navigation[0].items[0]',
      'no other group',
    ],
    [{ announcement: { text: 'Hi', until: '2026-02-30' } }, 'announcement.until', 'no such date'],
    [{ announcement: { until: '2026-02-20' } }, 'announcement.text', 'is missing'],
    [{ licence: 'CC BY' }, 'licence', 'no licence of this name'],
    [{ licence: { text: 'Mine', url: 'mine' } }, 'licence.url', 'must be'],
    [{ editUrl: 'https://example.org/' }, 'editUrl', '`:path`'],
    [{ editUrl: { edit: 'https://example.org/' } }, 'editUrl.edit', '`:path`'],
    [{ cover: '../secret.jpg' }, 'cover', 'beside `site.yaml`'],
    [{ cover: 'posts/rose.jpg' }, 'cover', 'beside `site.yaml`'],
    [{ lists: { thumbnails: 'no' } }, 'lists.thumbnails', 'must be'],
    [{ lists: { thumbnail: false } }, 'lists.thumbnail', 'unknown field `thumbnail`'],
    [{ home: 'grid' }, 'home', '`lead`, `list`, `cards`'],
    [{ footer: ['a'] }, 'footer', 'Markdown'],
  ])('is named with its place: %j', (value, field, message) => {
    const problems = new Problems();
    validate(siteSchema, value, { file: 'site.yaml', concept: 'site' }, problems);
    expect(problems.all).toHaveLength(1);
    expect(problems.all[0]).toMatchObject({ severity: 'error', field });
    expect(problems.all[0]?.message).toContain(message);
  });
});
