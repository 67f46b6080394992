import { expect, it } from 'vitest';
import { convertBody } from '../../../src/import/body/convert.ts';
import { cleanBody, parseSource } from '../../../src/import/body/parse.ts';
import { importedEntry } from '../../support/memory-blog.ts';

function markdownOf(html: string): string {
  const parsed = cleanBody(parseSource(html, importedEntry({ html }), {}));
  return convertBody(parsed, { pictures: new Map(), link: () => undefined }).markdown;
}

it.each([
  ['own id of a heading', 'what-will-change', '## What will change\n'],
  ['other id', 'changes', '## <a id="changes"></a>What will change\n'],
])('keeps a target of links: %s', (_, id, heading) => {
  expect(
    markdownOf(`<p><a href="#${id}">Changes</a></p><h2 id="${id}">What will change</h2>`),
  ).toBe(`[Changes](#${id})\n\n${heading}`);
});

it('keeps the id of the second of two headings with one text', () => {
  expect(markdownOf('<p><a href="#more">x</a></p><h2>More</h2><h2 id="more">More</h2>')).toBe(
    '[x](#more)\n\n## More\n\n## <a id="more"></a>More\n',
  );
});
