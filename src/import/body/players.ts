/** Writes the frame of a player as its address, as people do, where the frame says nothing else. */
import type { Element } from 'hast';
import { embedOf } from '../../markdown/embeds/embed-providers.ts';
import { playerFrame, webUrl } from '../../markdown/embeds/player-addresses.ts';
import { bareAddress } from './address.ts';
import { attribute, h, isElement, setChildren, text, type Parent } from './tree.ts';

/** Makes `x-player` elements of the frames that a paragraph of their own can replace. */
export function shortenFrames(parent: Parent): void {
  const children = parent.children.map((child) => {
    if (isElement(child, 'div', 'blockquote')) shortenFrames(child);
    const address = isElement(child, 'iframe') ? addressFor(child) : undefined;
    return address === undefined ? child : h('x-player', [text(address)]);
  });
  setChildren(parent, children);
}

function addressFor(frame: Element): string | undefined {
  const src = attribute(frame, 'src');
  const url = webUrl(src);
  const shown = url && contentOf(url);
  if (shown === undefined || hasName(frame) || hasShape(frame, shown.medium)) return undefined;
  return playerAddress(src);
}

/**
 * The address of a player as Markdown: that of its page if it shows the same, else that of its frame.
 * @param src of a frame
 */
export function playerAddress(src: string): string | undefined {
  const url = webUrl(src);
  const shown = url && contentOf(url);
  if (url === undefined || shown === undefined) return undefined;
  const same = [shown.page, url.href].find(
    (address) => contentOf(new URL(address))?.address === shown.address,
  );
  return same === undefined ? undefined : bareAddress(same);
}

/** Parameters that change nothing that people see. */
const TECHNICAL = ['app_id', 'dnt', 'enablejsapi', 'feature', 'origin', 'si', 'version', 'wmode'];

/** What a player shows: equal addresses show the same. */
function contentOf(url: URL) {
  const frame = playerFrame(url);
  const embed = frame && embedOf(frame);
  if (embed === undefined) return undefined;
  const address = new URL(embed.frame);
  for (const name of TECHNICAL) address.searchParams.delete(name);
  address.searchParams.sort();
  return { ...embed, address: address.href };
}

/** Names that players give themselves. */
const COMMON_NAME = /^(?:(?:youtube|vimeo|dailymotion)(?: video)?(?: player)?)?$/i;

function hasName(frame: Element): boolean {
  return !COMMON_NAME.test(attribute(frame, 'title')) || attribute(frame, 'id') !== '';
}

/** Whether it is not as wide as films are. */
function hasShape(frame: Element, medium: string): boolean {
  const [width, height] = ['width', 'height'].map((side) => attribute(frame, side));
  return medium === 'video' ? Number(height) > Number(width) : (width || height) !== '';
}
