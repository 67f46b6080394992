/** The summary that `npm run import` prints. */
import { firstOf, joined, type Listed } from '../lib/disk-list.ts';
import type { ImportResult } from '../import/result.ts';
import type { Notice, Status } from '../import/model.ts';
import type { Effect } from '../import/write/writer.ts';
import { displayPath } from '../lib/user-folder.ts';
import { count } from '../lib/wording.ts';
import { oneLine } from '../lib/yaml-text.ts';
import { NOUNS, UNKNOWN, missingOf } from './account-words.ts';

interface Circumstances {
  /** Of the format: "a Google Takeout of Blogger". */
  readonly label: string;
  /** Of the blog. */
  readonly title: string | undefined;
  readonly contentDir: string;
  readonly dryRun: boolean;
  readonly onlyImages: boolean;
  readonly report: string | undefined;
}

/** Longer lists are cut; the report has all. */
const MAX_LINES = 10;
/** Characters of a line. */
const MAX_LENGTH = 500;

export function importWords(result: ImportResult, circumstances: Circumstances): string {
  const { onlyImages, dryRun, contentDir } = circumstances;
  const sections = [
    headline(result, circumstances),
    ...(onlyImages ? [] : [effectLine(result, dryRun), unpublishedLine(result)]),
    ...(onlyImages ? [] : keptLines(result, contentDir)),
    ...(onlyImages || dryRun ? [] : accountLines(result)),
    ...leftOutLines(result),
    secondAddressLine(result),
    ...missingLines(result),
    ...changeLines(result),
    ...noticeLines(result),
    ...(onlyImages || dryRun ? [] : nextLines(result, contentDir)),
  ];
  return sections.filter((line) => line !== undefined).join('\n');
}

function headline({ counts }: ImportResult, circumstances: Circumstances): string {
  const { label, title, contentDir, dryRun, onlyImages } = circumstances;
  if (onlyImages) return `Fetched ${count(counts.picture, 'picture')} for a later import.`;
  const kinds = [
    count(counts.post, 'post'),
    count(counts.page, 'page'),
    ...[count(counts.comment, 'comment'), count(counts.picture, 'picture')].slice(
      0,
      dryRun ? 1 : 2,
    ),
    ...(counts.author > 0 ? [count(counts.author, 'author')] : []),
    ...(counts.tag > 0 ? [count(counts.tag, 'tag')] : []),
    ...(counts.redirect > 0 ? [count(counts.redirect, 'redirect')] : []),
  ];
  const name = title === undefined ? label : `"${title}", ${label}`;
  const place = `${displayPath(contentDir).replace(/\/?$/, '/')}`;
  return dryRun
    ? `Would import ${name}, into ${place}: ${kinds.join(', ')}. Nothing was written.`
    : `Imported ${name}, into ${place}: ${kinds.join(', ')}.`;
}

const EFFECTS: Readonly<Record<Effect, string>> = {
  added: 'added',
  updated: 'updated',
  unchanged: 'unchanged',
  kept: 'kept as you have changed them',
  conflict: 'changed both here and in the export, and left alone',
  removed: 'removed by you, and not brought back',
};

function effectLine({ effects, absent }: ImportResult, dryRun: boolean): string | undefined {
  // A first import adds everything.
  if ([...effects.keys()].every((effect) => effect === 'added') && absent === 0) return undefined;
  const parts = Object.entries(EFFECTS).flatMap(([effect, words]) => {
    const number = [...effects].find(([name]) => name === effect)?.[1];
    return number === undefined ? [] : [`${number} ${words}`];
  });
  const older =
    absent === 0 ? '' : ` ${absent} of an earlier import are not in this export, and stay.`;
  return `Posts and pages${dryRun ? ' would be' : ''}: ${parts.join(', ')}.${older}`;
}

const STATUSES: Readonly<Record<Exclude<Status, 'public' | 'trashed'>, readonly [string, string]>> =
  {
    draft: ['draft', 'drafts'],
    scheduled: ['scheduled', 'scheduled'],
    private: ['private', 'private'],
    password: ['protected by a password', 'protected by a password'],
    members: ['for members only', 'for members only'],
    unknown: ['of an unknown status', 'of an unknown status'],
  };

function unpublishedLine({ unpublished }: ImportResult): string | undefined {
  const parts = Object.entries(STATUSES).flatMap(([status, [one, many]]) => {
    const number = [...unpublished].find(([name]) => name === status)?.[1] ?? 0;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  });
  return parts.length === 0
    ? undefined
    : `Not published (\`published: false\`): ${parts.join(', ')}.`;
}

function keptLines({ kept, replaced }: ImportResult, contentDir: string): string[] {
  const conflicts = kept.filter(({ effect }) => effect === 'conflict');
  return [
    ...list(
      'Left alone, because they have been changed here and in the export; --force takes the export:',
      conflicts,
      ({ path }) => displayPath(`${contentDir}/${path}`),
    ),
    ...list('Replaced; the old files are now:', replaced, displayPath),
  ];
}

function accountLines({ account: { lines, differences } }: ImportResult): string[] {
  if (lines.length === 0) return [];
  const parts = lines.map(({ kind, arrived, total }) => `${arrived} of ${total} ${NOUNS[kind]}`);
  return [
    `Arrived, as the pages will show it: ${parts.join(', ')}.`,
    ...list(
      'Missing:',
      missingOf(differences),
      ({ kind, text, address, title, reason = UNKNOWN }) =>
        `"${title}": ${kind} "${oneLine(text || (address ?? '')).slice(0, 80)}": ${reason}`,
    ),
  ];
}

function leftOutLines({ omissions }: ImportResult): string[] {
  const counts = new Map<string, number>();
  for (const { reason, isMinor } of omissions)
    if (isMinor !== true) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
  return list('Left out:', sorted, ([reason, number]) => `${reason}: ${number}`);
}

function secondAddressLine({ omissions }: ImportResult): string | undefined {
  let number = 0;
  for (const { isMinor } of omissions) if (isMinor === true) number++;
  return number === 0
    ? undefined
    : `Addresses such as /?p=12, which lead to the home page because a static site does not see the query: ${number}. The posts keep their other addresses.`;
}

function missingLines({ missing }: ImportResult): string[] {
  return list(
    `Pictures that could not be had, and stay linked: ${missing.length}`,
    missing,
    ({ url, reason, entry }) => `${shorten(url, 100)} in "${entry.title}": ${reason}`,
  );
}

function changeLines({ changes }: ImportResult): string[] {
  return list(
    `Changed in the texts: ${changes.length}`,
    changes,
    ({ title, reason, text }) => `"${title}": ${reason}: ${text.slice(0, 80)}`,
  );
}

function noticeLines({ notices, unnamedHosts }: ImportResult): string[] {
  const hosts =
    unnamedHosts.length === 0
      ? []
      : [`Add to site.yaml: legacyHosts: [${unnamedHosts.join(', ')}]`];
  return list('To look at:', joined<string | Notice>(hosts, notices), (one) => {
    if (typeof one === 'string') return one;
    const { place, message } = one;
    return `${place.file}${place.line === undefined ? '' : `:${place.line}`}: ${message}`;
  });
}

function nextLines({ counts }: ImportResult, contentDir: string): string[] {
  if (counts.post + counts.page === 0) return [];
  const flags = contentDir === 'content' ? '' : ` -- --content ${displayPath(contentDir)}`;
  return [
    '',
    'Next:',
    `  1. npm run check${flags}: finds what is still wrong, such as links that lead nowhere.`,
    `  2. npm run dev${flags}: shows the blog in the browser.`,
  ];
}

function list<Item>(head: string, items: Listed<Item>, lineOf: (item: Item) => string): string[] {
  if (items.length === 0) return [];
  const more = items.length - MAX_LINES;
  return [
    head,
    // Damaged exports have anything in their fields.
    ...firstOf(items, MAX_LINES).map((item) => `  ${shorten(oneLine(lineOf(item)), MAX_LENGTH)}`),
    ...(more > 0 ? [`  and ${more} more; --report import.html lists all`] : []),
  ];
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 3).toWellFormed()}...` : text;
}
