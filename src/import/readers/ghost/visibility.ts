/** Parts of posts that not everyone could see: for members, or in mails only. */
import { isData, type CardData } from './cards.ts';

/** Whether visitors of the page saw a card. */
export function isForVisitors(card: CardData): boolean {
  const visibility = card['visibility'];
  if (!isData(visibility)) return true;
  const web = visibility['web'];
  // Versions before 5.110 know only whether it is on the page at all.
  return isData(web) ? web['nonMember'] !== false : visibility['showOnWeb'] !== false;
}

export interface PublicHtml {
  readonly html: string;
  /** Number of parts that were taken out. */
  readonly withheld: number;
}

const BEGIN = /<!--kg-gated-block:begin ([^<>]*)-->/g;
const END = '<!--kg-gated-block:end-->';

/** HTML of Ghost, without the blocks that its pages show to members only. */
export function publicHtml(html: string): PublicHtml {
  let text = '';
  let at = 0;
  let withheld = 0;
  for (const { 0: mark, 1: rule = '', index } of html.matchAll(BEGIN)) {
    if (index < at || /\bnonMember:true\b/.test(rule)) continue;
    const end = html.indexOf(END, index + mark.length);
    text += html.slice(at, index);
    at = end === -1 ? html.length : end + END.length;
    withheld++;
  }
  return { html: text + html.slice(at), withheld };
}
