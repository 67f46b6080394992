/** Replaces scripts that insert content of another site by a link to it, and reports other scripts. */
import {
  Text,
  createElement,
  elementsOf,
  remove,
  replaceBy,
  setChildren,
  setText,
  textOf,
  type Element,
} from '../../lib/html.ts';
import { report, type BodyTree } from '../body.ts';
import { visibleText } from '../raw-html/hidden-text.ts';
import { pageAddress, webUrl } from './player-addresses.ts';
import { replaceByLink, shownAddress } from './replace-by-link.ts';

/** Scripts that dress up what stands beside them anyway, and an address in that. */
const COMPANIONS: readonly (readonly [script: RegExp, content: RegExp])[] = [
  [/\bplatform\.(?:twitter|x)\.com\b/, /\b(?:twitter|x)\.com\//],
  [/\binstagram\.com\b/, /\b(?:instagram\.com|instagr\.am)\//],
  [/\bconnect\.facebook\.net\b/, /\b(?:facebook|fb)\.com\//],
  [/\btiktok\.com\b/, /\btiktok\.com\//],
  [/\bbsky\.app\b/, /\bbsky\.app\//],
  [/\bthreads\.(?:net|com)\b/, /\bthreads\.(?:net|com)\//],
  [/\bflickr\.com\b/, /\b(?:(?:static)?flickr\.com|flic\.kr)\//],
  [/\bimgur\.com\b/, /\bimgur\.com\//],
  [/\bcodepen\.io\b/, /\bcodepen\.io\//],
  [/\bpinterest\.com\b/, /\bpinterest\./],
  [/\bplatform\.vine\.co\b/, /\bvine\.co\//],
  [/\b(?:embed\.reddit\.com|redditmedia\.com)\b/, /\breddit\.com\//],
];

/** Replaces all scripts. Goes by the author's classes, which are removed later. */
export function replaceScripts(body: BodyTree): void {
  const elements = elementsOf(body.tree);
  for (const element of elements) fillPlaceholder(element);
  const scripts = elements.filter(({ name }) => name === 'script');
  if (scripts.length === 0) return;
  const others = elements.filter(({ name }) => name !== 'script');
  const addresses = others.flatMap(({ attribs }) => Object.values(attribs)).join('\n');
  const answered = COMPANIONS.filter(([, content]) => content.test(addresses));
  for (const script of scripts) {
    const { src = '', 'data-id': id } = script.attribs;
    const code = src.trim() || textOf(script).trim();
    const url = webUrl(src);
    const page = url && pageAddress(url);
    if (url?.hostname === 'speakerdeck.com' && id !== undefined) {
      const player = `https://speakerdeck.com/player/${encodeURIComponent(id)}`;
      replaceBy(script, [createElement('iframe', [], { src: player })]);
    } else if (page !== undefined) replaceByLink(script, page);
    else {
      if (code !== '' && !answered.some(([pattern]) => pattern.test(code)))
        reportScript(code, body);
      remove(script);
    }
  }
}

const PLACEHOLDER =
  /\b(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|text-post-media|fb-(?:post|video)|imgur-embed-pub)\b/;

/** Gives an empty element that a script would fill a link to its content. */
function fillPlaceholder(element: Element): void {
  const { attribs } = element;
  if (!PLACEHOLDER.test(attribs['class'] ?? '') && attribs['data-pin-do'] === undefined) return;
  if (visibleText(element) !== '') return;
  const links = [element, ...elementsOf(element)].filter(({ name }) => name === 'a');
  const link = links.find((candidate) => candidate.attribs['href'] !== undefined);
  const { 'data-href': page, 'data-instgrm-permalink': post = page, cite = post } = attribs;
  const href = link?.attribs['href'] ?? cite;
  if (href === undefined) return;
  const text = shownAddress(href);
  if (link !== undefined) setText(link, text);
  else setChildren(element, [createElement('a', [new Text(text)], { href })]);
}

function reportScript(code: string, body: BodyTree): void {
  const [line = ''] = code.split('\n');
  report(body, 'warning', line.slice(0, 80), {
    code: 'html-dropped',
    message: `Posts cannot contain scripts, so "${line.slice(0, 80)}" is left out, with anything it would show.`,
    hint: 'Write a link to what the script shows, or remove it.',
  });
}
