/** What should be said about an entry and its body. */
import type { ImportedEntry, Notice } from '../../model.ts';
import type { MadeBody } from './body.ts';
import { STATUSES } from './status.ts';

function list(names: ReadonlySet<string>): string {
  return [...names].join(', ');
}

export function bodyNotices({ place }: ImportedEntry, { shortcodes, blocks }: MadeBody): Notice[] {
  const messages: string[] = [];
  if (shortcodes.unknown.size > 0)
    messages.push(
      `Shortcodes of plugins stay as text: ${list(shortcodes.unknown)}. Replace them by what they showed.`,
    );
  if (shortcodes.dynamic.size > 0)
    messages.push(
      `Shortcodes that only WordPress can fill in were left out: ${list(shortcodes.dynamic)}. See whether readers miss them.`,
    );
  if (shortcodes.missing.size > 0)
    messages.push(
      `The export lacks pictures or files of a gallery, with these ids: ${list(shortcodes.missing)}. Export all content, with its media, or add them by hand.`,
    );
  if (blocks.dynamic.size > 0)
    messages.push(
      `Blocks that only WordPress can fill in were left out: ${list(blocks.dynamic)}. See whether readers miss them.`,
    );
  const restricted = new Set([...shortcodes.restricted, ...blocks.restricted]);
  if (restricted.size > 0)
    messages.push(
      `Part of the text was for members alone (${list(restricted)}), so it is not published. Take out what is not for everybody before you publish it.`,
    );
  return messages.map((message) => ({ type: 'notice', place, message }));
}

/** @param status as exported */
export function entryNotices({ place }: ImportedEntry, status: string, isCut: boolean): Notice[] {
  const notices: Notice[] = [];
  if (!isCut && !STATUSES.has(status))
    notices.push({
      type: 'notice',
      place,
      message: `The status "${status}" is unknown, so this is not published. Publish it by hand if it was public.`,
    });
  if (isCut)
    notices.push({
      type: 'notice',
      place,
      message:
        'The file ends in the middle of this text, so it is not published. Export the blog again.',
    });
  return notices;
}

/** Whether part of a body was for members alone. */
export function isRestricted({ shortcodes, blocks }: MadeBody): boolean {
  return shortcodes.restricted.size + blocks.restricted.size > 0;
}
