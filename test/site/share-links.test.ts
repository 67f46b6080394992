/** Links that share a post. */
import { describe, expect, it } from 'vitest';
import { SHARE_SERVICES } from '../../src/content/share-schema.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { wordsIn } from '../../src/lib/language/language.ts';
import { shareLinks } from '../../src/site/share-links.ts';

const TITLE = 'Beans & peas: 50% more?';
const ADDRESS = 'https://example.org/2026/05/beans/?a=1&b=2';

const links = shareLinks(SHARE_SERVICES, TITLE, ADDRESS, wordsIn('de').share);

describe('the links that share a post', () => {
  it.each(links.map(({ text, url }) => [text, url] as const))(
    'give title and address unharmed to %s',
    (name, url) => {
      const { hash, searchParams } = new URL(url);
      const given = [...searchParams.values(), ...new URLSearchParams(hash.slice(1)).values()];
      expect(given.join(' ')).toContain(ADDRESS);
      // These read the title from the page.
      const hasTitle = !['Facebook', 'LinkedIn'].includes(name);
      expect(given.join(' ').includes(TITLE)).toBe(hasTitle);
    },
  );

  it('are named in the language of the page, in the order of the setting', () => {
    const words = wordsIn('de').share;
    const some = shareLinks(['email', 'mastodon'], TITLE, ADDRESS, words);
    expect(some.map(({ text }) => text)).toEqual(['E-Mail', 'Mastodon']);
  });

  it('are none by default, and one for each name', () => {
    expect(siteSchema.parse({}).share).toEqual([]);
    expect(siteSchema.parse({ share: ['x', 'email', 'x'] }).share).toEqual(['x', 'email']);
    expect(siteSchema.safeParse({ share: ['myspace'] }).success).toBe(false);
  });
});
