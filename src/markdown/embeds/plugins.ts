/** Replaces plug-ins, which browsers no longer run, by what shows the same today. */
import {
  Text,
  append,
  createElement,
  elementsOf,
  isInside,
  remove,
  replaceBy,
  replaceByText,
  unwrap,
  type Element,
} from '../../lib/html.ts';
import { report, type BodyTree } from '../body.ts';
import { reportFilm } from './embeds.ts';
import { reportFallback, visibleText } from '../raw-html/hidden-text.ts';
import { makeBlock } from '../raw-html/obsolete-elements.ts';
import { contentOf, type PluginContent } from './plugin-content.ts';
import { replaceByLink, shownAddress } from './replace-by-link.ts';

const PLUGIN = /^(?:object|embed|applet|bgsound)$/;

/** Replaces `element` if it is a plug-in. One that leaves nothing to see is reported. */
export function replacePlugin(element: Element, body: BodyTree): void {
  if (!PLUGIN.test(element.name)) return;
  if (isInside(element, 'object') || isInside(element, 'applet')) return;
  const plugin = element.name === 'bgsound' ? withoutChildren(element) : element;
  const film = filmOf(plugin);
  const content = film === undefined ? contentOf(plugin) : undefined;
  const attributes = sizeOf(plugin);
  leaveFallback(plugin);
  // In a player, all of it is a fallback.
  if (isInside(plugin, 'video') || isInside(plugin, 'audio')) unwrap(plugin);
  else if (content !== undefined) show(content, plugin, attributes, body);
  else {
    if (film !== undefined) reportFilm(film, 'so nothing takes its place', body);
    else if (!hasContent(plugin) || plugin.name === 'applet') reportNothing(plugin, body);
    plugin.attribs = {};
    if (hasContent(plugin)) makeBlock(plugin);
    else remove(plugin);
  }
}

/** Parsers do not know that a `bgsound` has no end tag, and put what follows into it. */
function withoutChildren(sound: Element): Element {
  const embed = createElement('embed', [], sound.attribs);
  replaceBy(sound, [embed, ...sound.children]);
  return embed;
}

/** Id of a film that Blogger stores, empty if unknown; `undefined` for anything else. */
function filmOf({ attribs }: Element): string | undefined {
  const isFilm = /\bBLOG_video_class\b/.test(attribs['class'] ?? '');
  return attribs['contentid'] ?? (isFilm ? '' : undefined);
}

/** Width and height in pixels, if the plug-in or one inside gives both. */
function sizeOf(plugin: Element): Record<string, string> {
  for (const { attribs } of [plugin, ...elementsOf(plugin)]) {
    const { width = '', height = '' } = attribs;
    if (/^\d+$/.test(width) && /^\d+$/.test(height)) return { width, height };
  }
  return {};
}

/** Leaves what browsers show instead of the plug-in. */
function leaveFallback(plugin: Element): void {
  for (const part of elementsOf(plugin)) {
    if (part.name === 'param') remove(part);
    else if (PLUGIN.test(part.name)) unwrap(part);
  }
}

const SHOWING = /^(?:a|audio|iframe|img|picture|video)$/;

const INLINE = /^(?:a|b|br|em|i|img|span|strong)$/;

function hasContent(fallback: Element): boolean {
  return (
    visibleText(fallback) !== '' || elementsOf(fallback).some(({ name }) => SHOWING.test(name))
  );
}

function show(
  { kind, address }: PluginContent,
  plugin: Element,
  size: Readonly<Record<string, string>>,
  body: BodyTree,
): void {
  const words = visibleText(plugin);
  const title = plugin.attribs['title']?.trim() ?? '';
  if (kind === 'iframe') {
    reportFallback(words, plugin.name, body);
    replaceBy(plugin, [createElement('iframe', [], { src: address, title, ...size })]);
  } else if (kind === 'img') {
    replaceBy(plugin, [createElement('img', [], { src: address, alt: title || words, ...size })]);
  } else if (kind === 'audio' || kind === 'video') {
    const attributes = { src: address, controls: '', ...(kind === 'video' && size) };
    // Blocks would end the paragraph that the player is in.
    const isInline = elementsOf(plugin).every(({ name }) => INLINE.test(name));
    const fallback = isInline ? plugin.children : [new Text(words)];
    // A link must not contain a player.
    if (isInside(plugin, 'a')) replaceByText(plugin, title || words || shownAddress(address));
    else replaceBy(plugin, [createElement(kind, fallback, attributes)]);
  } else {
    if (kind === 'file') reportFile(address, plugin, body);
    addLink(plugin, address, title);
  }
}

const MAX_LINK_TEXT = 100;

/** Makes the fallback the text of the link, or puts the link after it. */
function addLink(plugin: Element, address: string, title: string): void {
  const words = visibleText(plugin);
  if (words.length <= MAX_LINK_TEXT && elementsOf(plugin).every(({ name }) => !SHOWING.test(name)))
    replaceByLink(plugin, address, words || title);
  else {
    const last = createElement('span', []);
    append(plugin, new Text(' '));
    append(plugin, last);
    replaceByLink(last, address, title);
    plugin.attribs = {};
    makeBlock(plugin);
  }
}

function reportFile(address: string, { name }: Element, body: BodyTree): void {
  report(body, 'warning', address, {
    code: 'embed-replaced',
    message: `Browsers no longer run the plug-in for "${address.slice(0, 80)}", so a link to it replaces the \`<${name}>\`.`,
    hint: 'Write a link to a page that shows the same, or put an audio, video or image file beside the post.',
  });
}

function reportNothing({ name, attribs }: Element, body: BodyTree): void {
  const program = attribs['code'] ?? attribs['classid'] ?? '';
  const shown = program === '' ? '' : ` for "${program.slice(0, 80)}"`;
  report(body, 'warning', program || `<${name}`, {
    code: 'html-dropped',
    message: `Browsers no longer run plug-ins, and the \`<${name}>\`${shown} has no address to link to, so it is left out.`,
    hint: 'Write a link to a page that shows the same, or remove it.',
  });
}
