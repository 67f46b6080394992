import { parseHtml } from '../../../src/import/body/parse-html.ts';
import { expect, it } from 'vitest';
import { Account, accountFor } from '../../../src/import/account/account.ts';
import { factsOf, type Facts } from '../../../src/import/account/facts.ts';
import { renderCommentText, renderMarkdown } from '../../../src/import/account/render.ts';

const PLACE = { file: 'feed.atom', line: 7 };

function facts(html: string): Facts {
  return factsOf(parseHtml(html));
}

async function rendered(markdown: string): Promise<Facts> {
  const { root } = await renderMarkdown(markdown, { language: 'en', files: ['a.jpg'] });
  return factsOf(root);
}

it('counts what has arrived, and names what has not', async () => {
  const source = facts(
    '<h2>Roses</h2><p>Red &lt;stdin&gt; and <a href="https://a.test/">white</a><br>ones</p><pre>a  b</pre><img src="x.jpg">',
  );
  const account = new Account();
  account.add(
    accountFor(source, await rendered('## Roses\n\nRed \\<stdin> and'), [], {}),
    PLACE,
    'T',
  );
  expect(account.lines).toEqual([
    { kind: 'word', arrived: 4, total: 8 },
    { kind: 'line', arrived: 1, total: 4 },
    { kind: 'link', arrived: 0, total: 1 },
    { kind: 'picture', arrived: 0, total: 1 },
    { kind: 'code', arrived: 0, total: 1 },
    { kind: 'heading', arrived: 1, total: 1 },
  ]);
  expect([...account.differences]).toContainEqual({
    ...{ kind: 'link', change: 'missing', text: 'white', address: 'https://a.test/' },
    ...{ place: PLACE, title: 'T', reason: undefined },
  });
  expect(account.hasLosses).toBe(true);
});

it('finds nothing missing in a text that is the same', async () => {
  const source = facts('<p>“Red” <b>roses</b> – and &lt;b&gt;</p><img src="a.jpg" alt="A rose">');
  const account = new Account();
  const text = await rendered('“Red” **roses** – and \\<b>\n\n![A rose](a.jpg)');
  account.add(accountFor(source, text, [], {}), PLACE, 'T');
  expect([...account.differences]).toEqual([]);
  expect(account.hasLosses).toBe(false);
});

it('gives the reason for what was left out on purpose', async () => {
  const account = new Account();
  const changes = [{ text: 'Subscribe now', reason: 'a form of the platform' }];
  account.add(
    accountFor(facts('<p>Red</p><p>Subscribe</p>'), await rendered('Red'), changes, {}),
    PLACE,
    'T',
  );
  expect(Array.from(account.differences, ({ text, reason }) => [text, reason])).toEqual([
    ['Subscribe', 'a form of the platform'],
    ['Subscribe', 'a form of the platform'],
  ]);
  expect(account.hasLosses).toBe(false);
});

it('says when the site cannot show a text', async () => {
  const { errors } = await renderMarkdown('# a\n\n'.repeat(10_001), { language: 'en', files: [] });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain('headings');
});

it('renders comments as their pages do', () => {
  const { words, pictures } = factsOf(renderCommentText('# Red\n\n<b>roses</b> ![x](y.jpg)', 'en'));
  expect(words).toEqual(['Red', 'roses', 'x']);
  expect(pictures).toEqual([]);
});
