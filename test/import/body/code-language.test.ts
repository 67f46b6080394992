import { expect, it } from 'vitest';
import { markdownOf } from './markdown-of.ts';

it.each([
  '<pre><code class="language-js">let a;</code></pre>',
  '<pre class="brush: js">let a;</pre>',
  '<pre data-language="js" class="wp-block-code"><code>let a;</code></pre>',
  '<figure class="kg-card kg-code-card"><pre><code class="language-js">let a;</code></pre></figure>',
])('keeps the language of %s', (html) => {
  expect(markdownOf(html)).toBe('```js\nlet a;\n```');
});
