/** Notes on links to missing fragments. */
import { expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { planSite } from '../../src/addresses/plan.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { Problems } from '../../src/lib/problem.ts';
import { NO_BODY } from '../../src/markdown/body.ts';
import { noteSite } from '../../src/site/notes.ts';
import { postEntry } from '../support/entries.ts';
import { render } from '../support/render.ts';

const ROSES =
  '# Pruning\n\nSee [^1].\n\n<a name="old place"></a><b id="r&eacute;sum&eacute;">x</b>\n\n[^1]: A note.';

/** The fragments that a post with this text is noted for; another one holds `ROSES`. */
async function missing(markdown: string): Promise<(string | undefined)[]> {
  const posts = [postEntry({ slug: 'tulips' }), postEntry({ slug: 'roses' })];
  const settings = siteSchema.parse({});
  const content = { settings, posts, pages: [], authors: [], tags: [], redirects: [], feedIds: [] };
  const problems = new Problems();
  const options = { drafts: false, now: Date.UTC(2025, 0) };
  const addresses = new Addresses('https://g.example/');
  const plan = planSite(content, options, [], addresses, problems);
  const bodies = new Map([
    ['posts/tulips/index.md', await render(markdown, { notes: true, url: '/2024/03/tulips/' })],
    ['posts/roses/index.md', await render(ROSES, { notes: true, url: '/2024/03/roses/' })],
  ]);
  noteSite(plan, ({ entry }) => bodies.get(entry.file) ?? NO_BODY, problems);
  return problems.all.flatMap(({ code, near }) => (code === 'link-fragment-missing' ? [near] : []));
}

it.each([
  ['[x](#weeds)', ['#weeds']],
  ['[x](/2024/03/roses/#weeds)', ['#weeds']],
  ['[x](https://g.example/2024/03/roses/#weeds)', ['#weeds']],
  ['[x](#weeds) [y](/2024/03/roses/#a#b)', ['#weeds', '#a#b']],
])('are taken of %s', async (markdown, expected) => {
  expect(await missing(markdown)).toEqual(expected);
});

it.each([
  '## Weeds\n\n[x](#weeds)',
  '[x](/2024/03/roses/#pruning)',
  '[x](https://g.example/2024/03/roses/#pruning)',
  '[x](/2024/03/roses/#footnote-1)',
  '[x](/2024/03/roses/#r%C3%A9sum%C3%A9)',
  '[x](#) [y](#top) [z](#main)',
  '[x](https://elsewhere.example/#weeds)',
  '`<a href="#weeds">x</a>`',
])('are not taken of %s', async (markdown) => {
  expect(await missing(markdown)).toEqual([]);
});
