/** Checks the HTML of a slot, which is published as it is. */
import { tagsOf, type Tag } from '../lib/html-tags.ts';
import type { Problems } from '../lib/problem.ts';

/** What a head may hold. https://html.spec.whatwg.org/multipage/dom.html#metadata-content */
const METADATA: ReadonlySet<string> = new Set([
  ...['base', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title'],
]);

/** Types of scripts that are data. */
const DATA = /\+json$|^(?:text\/plain|speculationrules)$/i;

/** Warns about what the security policy blocks, and about elements that would end the head. */
export function checkSlotHtml(html: string, slot: string, file: string, problems: Problems): void {
  for (const tag of tagsOf(html)) {
    if (tag.isEnd) continue;
    const place = { file, ...positionOf(html, tag.start) };
    const inline = inlinePart(tag);
    if (inline !== undefined)
      problems.warn({
        ...place,
        code: 'slot-inline',
        message: `The security policy of the site blocks ${inline}, so it has no effect.`,
        hint: 'Put scripts and styles into files of their own, and load them with `<script src="...">` and `<link rel="stylesheet" href="...">`.',
      });
    if (slot === 'head' && !METADATA.has(tag.name))
      problems.error({
        ...place,
        code: 'slot-head',
        message: `\`<${tag.name.slice(0, 40)}>\` cannot be in the head of a page: browsers would end the head here.`,
        hint: 'Keep metadata, scripts and stylesheets in `head.html`, and move the rest to another slot, such as `header.html`.',
      });
  }
}

/** What the policy blocks, if anything. */
function inlinePart({ name, attributes }: Tag): string | undefined {
  const valueOf = (wanted: string) => attributes.find((one) => one.name === wanted)?.value;
  if (name === 'style') return 'the `<style>` element';
  if (name === 'script' && valueOf('src') === undefined && !DATA.test(valueOf('type') ?? ''))
    return 'scripts within the page';
  const blocked = attributes.find(
    (one) =>
      one.name === 'style' || /^on[a-z]/.test(one.name) || /^\s*javascript:/i.test(one.value),
  );
  return blocked && `the attribute \`${blocked.name.slice(0, 40)}\``;
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
