/** Shortcodes of other programs in summaries. */
import { expect, it } from 'vitest';
import { lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

it.each([
  '[gallery ids="1,2"]\n\nRoses bloom.',
  '[gallery] Roses bloom.',
  '[caption id="a1" width="300"]A tulip[/caption]\n\nRoses bloom.',
  '[embed]https://example.org/roses[/embed]\nRoses bloom.',
  '[youtube https://example.org/roses]\n\nRoses bloom.',
  '[contact-form-7 id=1]\n\nRoses bloom.',
  '[vc_row][vc_column]Roses bloom.[/vc_column][/vc_row]',
  '[b]Roses[/b] bloom.',
  '{{ page.title }}\n\nRoses bloom.',
  '{{{ raw }}} Roses bloom.',
  '{% include roses.html %}\nRoses bloom.',
  '{{< youtube "https://example.org/roses" >}}\n\nRoses bloom.',
  '{{% note %}}\nRoses bloom.\n{{% /note %}}',
  '{:toc}\n\nRoses bloom.',
  '[toc]\n\nRoses bloom.',
  '[[TOC]]\n\nRoses bloom.',
  '[[_TOC_]]\n\nRoses bloom.',
  ':::note\nRoses bloom.\n:::',
  '::: tip Garden\n\nRoses bloom.\n\n:::',
  '![[roses.png]]\n\nRoses bloom.',
  'Roses\n\n[gallery]\n\nbloom.',
  'Roses [su_icon name="rose"]bloom.',
])('a summary leaves out those in %j', async (markdown) => {
  expect((await render(markdown)).summary).toBe('Roses bloom.');
});

it('a summary without the end of a description leaves them out', async () => {
  const { summary } = await render('[gallery]\n\nRoses bloom.', {
    description: '[gallery] Roses blo...',
  });
  expect(summary).toBe('Roses bloom.');
});

it.each([
  'Write {{ name }} or [gallery] there.',
  '[Update] Roses bloom.',
  'Roses [sic] bloom.',
  'Roses: [ ] red',
  'Roses ::: tulips',
])('a summary keeps what may be words: %s', async (markdown) => {
  expect((await render(markdown)).summary).toBe(markdown);
});

it('a summary keeps code', async () => {
  const { summary } = await render('`{{ name }}`, `[gallery ids="1"]` and `{% if %}`');
  expect(summary).toBe('{{ name }}, [gallery ids="1"] and {% if %}');
});

it('a page keeps them', async () => {
  expect(lineOf((await render('[gallery] {{ name }}')).document)).toBe('[gallery] {{ name }}');
});
