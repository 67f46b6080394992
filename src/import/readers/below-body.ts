/** What platforms show below a body, and keep apart from it. */
import { escapeAttribute, escapeText } from '../../lib/html.ts';

/** A file that belongs to a post, such as that of a podcast. */
export interface Enclosure {
  readonly url: string;
  /** Media type; may be empty. */
  readonly type: string;
}

/**
 * The body, followed by what it does not mention itself.
 * @param link address that the post is about
 */
export function withBelow(
  html: string,
  link: string | undefined,
  enclosures: readonly Enclosure[],
): string {
  const isNew = (url: string): boolean =>
    !html.includes(url) && !html.includes(escapeAttribute(url));
  const added = [
    ...(link !== undefined && isNew(link) ? [linkTo(link)] : []),
    ...enclosures.filter(({ url }) => isNew(url)).map(player),
  ];
  return html + added.map((one) => `\n<p>${one}</p>`).join('');
}

function linkTo(url: string): string {
  return `<a href="${escapeAttribute(url)}">${escapeText(url)}</a>`;
}

function player({ url, type }: Enclosure): string {
  const [kind = ''] = type.split('/');
  return kind === 'audio' || kind === 'video'
    ? `<${kind} controls src="${escapeAttribute(url)}"></${kind}>`
    : linkTo(url);
}
