/** Turns what only Substack writes into plain HTML. */
import type { Element, ElementContent, Root } from 'hast';
import {
  attribute,
  byClass,
  byTag,
  h,
  hasClass,
  lineOf,
  replaceOutermost,
  text,
} from '../../body/tree.ts';
import { attributesOf, type Attributes } from './attributes.ts';
import { galleryOf, pictureOf } from './pictures.ts';
import { tidyFootnotes } from './footnotes.ts';

type Removed = (text: string, reason: string) => void;

export function tidySubstack(body: Root, removed: Removed): void {
  tidyFootnotes(body);
  replaceOutermost(body, (node) => replacementOf(node, removed));
}

function replacementOf(node: Element, removed: Removed): ElementContent[] | undefined {
  const { properties } = node;
  if (!Array.isArray(properties.className) && node.tagName !== 'img') return undefined;
  if (node.tagName === 'img') return pictureOf(node);
  const attributes = attributesOf(node);
  if (hasClass(node, 'image-link-expand')) return [];
  if (hasClass(node, 'captioned-image-container')) return figureOf(node);
  if (hasClass(node, 'image-gallery-embed')) return galleryOf(attributes);
  if (hasClass(node, 'button-wrapper', 'captioned-button-wrap', 'directMessage', 'community-chat'))
    return buttonOf(node, attributes, removed);
  for (const [name, reason] of WIDGETS)
    if (hasClass(node, name)) return remove(node, reason, removed);
  for (const [name, reason] of STORED)
    if (hasClass(node, name)) return remove(node, reason, removed);
  if (hasClass(node, 'tweet', 'twitter-embed')) return tweetOf(node, attributes);
  if (hasClass(node, 'latex-rendered')) return formulaOf(attributes);
  if (hasClass(node, 'pullquote')) return [h('blockquote', node.children)];
  if (hasClass(node, 'mention-wrap')) return mentionOf(node, attributes);
  if (hasClass(node, 'youtube-wrap', 'vimeo-wrap')) return videoOf(node, attributes);
  if (hasClass(node, ...CARDS)) return cardOf(node, attributes);
  return undefined;
}

/** What subscribers of Substack use, with the reason why it is not in the post. */
const WIDGETS = new Map([
  ['subscription-widget-wrap', 'a form to subscribe to the Substack'],
  ['subscription-widget-wrap-editor', 'a form to subscribe to the Substack'],
  ['subscription-widget', 'a form to subscribe to the Substack'],
  ['paywall-jump', 'the mark where the part for subscribers who pay begins'],
  ['install-substack-app-embed', 'an invitation to install the app of Substack'],
]);

/** What only Substack's servers hold. */
const STORED = new Map([
  ['native-video-embed', 'a video that Substack stores and does not export'],
  ['native-audio-embed', 'a recording that Substack stores and does not export'],
  ['poll-embed', 'a poll of Substack'],
]);

const CARDS = [
  ...['digest-post-embed', 'embedded-post-wrap', 'embedded-publication-wrap', 'file-embed-wrapper'],
  ...['instagram', 'instagram-embed-wrap', 'tiktok-wrap', 'comment', 'bluesky-wrap'],
];

function remove(node: Element, reason: string, removed: Removed): ElementContent[] {
  removed(lineOf(node), reason);
  return [];
}

/** Buttons of Substack's own functions; others are links that the author chose. */
const OWN_BUTTON =
  /%%|\/subscribe\b|\/comments?\b|[?&]action=share|\/(?:leaderboard|account|gift)\b|donate=true|utm_source=substack&utm_medium=email&utm_content=share/;

function buttonOf(node: Element, attributes: Attributes, removed: Removed): ElementContent[] {
  const link = byTag(node, 'a');
  const href = attributes.text('url') ?? (link && attribute(link, 'href')) ?? '';
  if (href === '' || OWN_BUTTON.test(href)) {
    const label = lineOf(node) || (attributes.text('text') ?? '');
    removed(label, 'a button of Substack');
    return [];
  }
  const name = (link && lineOf(link)) || attributes.text('text') || href;
  const caption = byClass(node, 'preamble', 'cta-caption');
  const button = h('p', [h('a', [text(name)], { href })]);
  return caption === undefined ? [button] : [caption, button];
}

function figureOf(node: Element): ElementContent[] {
  const image = byTag(node, 'img');
  if (image === undefined) return [node];
  const caption = byTag(node, 'figcaption');
  const picture = pictureOf(image);
  if (caption === undefined) return [h('p', picture)];
  return [h('figure', [...picture, caption])];
}

function tweetOf(node: Element, attributes: Attributes): ElementContent[] {
  const url = attributes.text('url');
  const words = attributes.text('full_text');
  if (url === undefined && words === undefined) return [node];
  const handle = attributes.text('username');
  const author = [attributes.text('name'), handle && `(@${handle})`].filter(Boolean).join(' ');
  const lines = (words ?? '').split('\n').flatMap((line, index) => {
    return index === 0 ? [text(line)] : [h('br', []), text(line)];
  });
  const source = h('p', [
    text('— '),
    url === undefined ? text(author) : h('a', [text(author || url)], { href: url }),
  ]);
  return [h('blockquote', [h('p', lines), source])];
}

/** Perennial shows no formulas; the source is better than nothing. */
function formulaOf(attributes: Attributes): ElementContent[] | undefined {
  const formula = attributes.text('persistentExpression');
  if (formula === undefined) return undefined;
  return [h('pre', [h('code', [text(formula)], { className: ['language-latex'] })])];
}

function mentionOf(node: Element, attributes: Attributes): ElementContent[] {
  const name = attributes.text('name');
  if (lineOf(node) !== '' || name === undefined) return node.children;
  return [text(`@${name}`)];
}

function videoOf(node: Element, attributes: Attributes): ElementContent[] | undefined {
  if (byTag(node, 'iframe') !== undefined) return undefined;
  const id = attributes.text('videoId');
  if (id === undefined) return undefined;
  const src = hasClass(node, 'youtube-wrap')
    ? `https://www.youtube.com/embed/${encodeURIComponent(id)}`
    : `https://player.vimeo.com/video/${encodeURIComponent(id)}`;
  return [h('iframe', [], { src })];
}

/** A box with a link to another page. */
function cardOf(node: Element, attributes: Attributes): ElementContent[] | undefined {
  const link = byTag(node, 'a');
  const href =
    attributes.text('canonical_url') ??
    attributes.text('url') ??
    attributes.text('base_url') ??
    (link && attribute(link, 'href')) ??
    '';
  if (href === '') return undefined;
  const words = lineOf(node);
  const title = attributes.text('title') ?? attributes.text('name');
  const caption = attributes.text('caption') ?? attributes.text('truncated_body_text');
  const label = title || (link && lineOf(link)) || words || href;
  const rest = caption === undefined ? [] : [h('br', []), text(caption)];
  return [h('p', [h('a', [text(label)], { href }), ...rest])];
}
