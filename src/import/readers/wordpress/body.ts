/** From the text in an export to the HTML that the blog showed. */
import { embedHtml, isEmbedded } from '../embed-html.ts';
import { autop } from './autop.ts';
import { blockHtml, footnotesHtml, hasBlocks, type BlockNotes } from './blocks.ts';
import { KEPT_END, KEPT_START } from './html-tokens.ts';
import { enclosureHtml } from './media-shortcodes.ts';
import { expandShortcodes, type ShortcodeContext, type ShortcodeNotes } from './shortcodes.ts';

export interface BodySource extends ShortcodeContext {
  readonly html: string;
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Bodies of reusable blocks, by id. */
  readonly blocks: ReadonlyMap<string, string>;
}

export interface MadeBody {
  readonly html: string;
  /** Number of pages that `<!--nextpage-->` made of it. */
  readonly pages: number;
  readonly shortcodes: ShortcodeNotes;
  readonly blocks: BlockNotes;
}

export function makeBody(source: BodySource): MadeBody {
  const shortcodes = {
    unknown: new Set<string>(),
    dynamic: new Set<string>(),
    missing: new Set<string>(),
    restricted: new Set<string>(),
  };
  const blocks = { dynamic: new Set<string>(), restricted: new Set<string>() };
  const kept = new KeptHtml();
  const expand = (html: string): string =>
    expandShortcodes(html, source, shortcodes, (made) => kept.keep(made));
  const pages = 1 + [...source.html.matchAll(/<!--\s*nextpage\s*-->/g)].length;
  const text = source.html
    .replace(/[\uFDD0-\uFDEF]/g, '')
    .replace(/<!--\s*(?:nextpage|noteaser)\s*-->/g, '\n\n');
  const html = hasBlocks(text)
    ? expand(
        blockHtml(
          text,
          {
            reusable: (id) => source.blocks.get(id),
            footnotes: footnotesHtml(source.meta.get('footnotes')?.[0] ?? ''),
            autop: paragraphs,
          },
          blocks,
        ),
      )
    : paragraphs(expand(text));
  return { html: kept.restore(html) + enclosures(source), pages, shortcodes, blocks };
}

function paragraphs(html: string): string {
  return autop(html, (url) => (isEmbedded(url) ? embedHtml(url) : undefined));
}

/** HTML that is finished. */
class KeptHtml {
  readonly #html: string[] = [];

  keep(html: string): string {
    this.#html.push(html);
    return `${KEPT_START}${this.#html.length - 1}${KEPT_END}`;
  }

  /** Shortcodes in others were kept first. */
  restore(html: string): string {
    if (!html.includes(KEPT_START)) return html;
    return html.replace(/\uFDD0(\d+)\uFDD1/g, (_, number: string) =>
      this.restore(this.#html[Number(number)] ?? ''),
    );
  }
}

/** WordPress lists the media of a body as enclosures, too; a podcast may have it there alone. */
function enclosures({ html, meta }: BodySource): string {
  return (meta.get('enclosure') ?? [])
    .map((value) => value.split('\n')[0]?.trim() ?? '')
    .filter((url) => /^https?:\/\//.test(url) && !html.includes(url.replace(/^https?:/, '')))
    .map((url) => `\n${enclosureHtml(url)}`)
    .join('');
}
