/** Renders a comment, as hostile text: links and simple markup stay, and nothing loads or runs. */
import sanitizeHtml from 'sanitize-html';
import type { LinkResolver } from '../addresses/resolver.ts';
import type { Words } from '../lib/language/language.ts';
import { escapeHtml } from '../lib/html.ts';
import { within } from '../lib/time-limit.ts';
import { markdownToHtml } from './marked.ts';

/** Milliseconds; real comments take a thousandth of it. */
const LIMIT = 1000;

/** Characters of a text that cannot take that long; starting the clock takes longer than rendering it. */
const SHORT = 1000;

const WEB = /^(?:https?:\/\/|mailto:)/i;

const ALLOWED = [
  ...['p', 'br', 'a', 'em', 'i', 'strong', 'b', 'del', 's', 'u', 'sub', 'sup', 'code', 'pre'],
  ...['blockquote', 'ul', 'ol', 'li', 'hr'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/**
 * HTML without ids and classes, so that no comment is taken for a part of the site. A text that takes too
 * long to parse is shown as it is written.
 */
export function renderComment(
  markdown: string,
  words: Words['body'],
  resolver: Pick<LinkResolver, 'link'>,
): string {
  const render = (): string => sanitize(markdownToHtml(markdown, words, []).html, resolver);
  const html = markdown.length < SHORT ? render() : within(LIMIT, render);
  return html ?? `<p>${escapeHtml(markdown)}</p>`;
}

function sanitize(html: string, resolver: Pick<LinkResolver, 'link'>): string {
  return sanitizeHtml(html, {
    allowedTags: ALLOWED,
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      // Headings would become sections of the post.
      ...Object.fromEntries(
        ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, asParagraph]),
      ),
      // Nothing of another site loads; the picture is one click away.
      img: (_, { src = '', alt = '' }) => ({ ...linkTo(src), text: alt || src }),
      a: (_, { href = '' }) => {
        const own = resolver.link(href);
        return own === undefined ? linkTo(href) : { tagName: 'a', attribs: { href: own } };
      },
    },
  });
}

function linkTo(href: string): sanitizeHtml.Tag {
  return { tagName: 'a', attribs: WEB.test(href) ? { href, rel: 'nofollow ugc' } : {} };
}

const asParagraph = (): sanitizeHtml.Tag => ({ tagName: 'p', attribs: {} });
