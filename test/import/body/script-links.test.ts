import { expect, it } from 'vitest';
import { convert } from './markdown-of.ts';

it.each(['javascript:void(0)', ' JavaScript:alert(1)', 'data:text/html,x'])(
  'keeps the words of a link to %s, and says so',
  (href) => {
    const { markdown, changes } = convert(`<p>See <a href="${href}">the <b>vat</b></a>.</p>`);
    expect(markdown).toBe('See the **vat**.\n');
    expect(changes).toEqual([
      { text: `the vat ${href.trim()}`, reason: 'a link that runs a script, as text' },
    ]);
  },
);
