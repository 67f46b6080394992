import { expect, it } from 'vitest';
import { convertBody } from '../../../src/import/body/convert.ts';
import { parseBody } from '../../../src/import/body/parse.ts';

it.each([
  '<pre><code class="language-js">let a;</code></pre>',
  '<pre class="brush: js">let a;</pre>',
  '<pre data-language="js" class="wp-block-code"><code>let a;</code></pre>',
  '<figure class="kg-card kg-code-card"><pre><code class="language-js">let a;</code></pre></figure>',
])('keeps the language of %s', (html) => {
  const entry = {
    type: 'post',
    id: '1',
    place: { file: 'a.xml' },
    status: 'public',
    title: 'Roses',
    authors: [],
    tags: [],
    legacyUrls: [],
    body: { format: 'html', text: html },
  } as const;
  const options = { pictures: new Map<string, string>(), link: () => undefined };
  expect(convertBody(parseBody(html, entry, {}), options).markdown).toBe('```js\nlet a;\n```\n');
});
