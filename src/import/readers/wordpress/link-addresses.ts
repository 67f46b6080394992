/** Links bare addresses, as WordPress does in comments (`make_clickable`). */
import { escapeAttribute } from '../../../lib/html.ts';
import { tagAt } from './html-tokens.ts';

export function linkAddresses(html: string): string {
  const out: string[] = [];
  let inLink = 0;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next === -1 ? html.length : next;
    const text = html.slice(at, end);
    out.push(inLink > 0 ? text : linked(text));
    if (next === -1) break;
    const tag = tagAt(html, next);
    if (tag !== undefined && VERBATIM.has(tag.name))
      inLink = Math.max(0, inLink + (tag.isEnd ? -1 : 1));
    const mark = tag?.text ?? '<';
    out.push(mark);
    at = next + mark.length;
  }
  return out.join('');
}

const VERBATIM: ReadonlySet<string> = new Set(['a', 'pre', 'code', 'script', 'style']);

function linked(text: string): string {
  return text.replace(/(?<![\w/"'=])https?:\/\/[^\s<>"]+/gi, (match) => {
    const url = withoutPunctuation(match);
    const href = escapeAttribute(url.replaceAll('&amp;', '&'));
    return `<a href="${href}">${url}</a>${match.slice(url.length)}`;
  });
}

/** A closing bracket stays if the address has an opening one. */
function withoutPunctuation(address: string): string {
  const bracket = address.indexOf('(');
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const entity = ['&gt;', '&quot;', '&#039;', '&#8217;', '&#8221;'].find((one) =>
      address.endsWith(one, end),
    );
    if (entity !== undefined) end -= entity.length;
    else if (last === ')' && bracket !== -1 && bracket < end) return address.slice(0, end);
    else if (last !== '' && ".,;:!?'])".includes(last)) end--;
    else return address.slice(0, end);
  }
}
