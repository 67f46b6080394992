/** The report of `npm run import`. */
import type { AccountedDifference } from '../import/account/account.ts';
import type { ImportResult, Kind } from '../import/result.ts';
import type { Effect } from '../import/write/writer.ts';
import {
  importJson,
  importPage,
  isImportReport,
  type ImportReport,
  type ImportRow,
} from '../report/page/import-page.ts';
import { NOUNS, UNKNOWN, missingOf } from './account-words.ts';
import { writeOutputFile, type FileKind } from './output-file.ts';

export const IMPORT_REPORT: FileKind = {
  noun: 'report',
  example: 'import.html',
  isOwn: isImportReport,
};

/**
 * Writes JSON if the name of the file says so, else HTML.
 * @returns why it cannot be written, in sentences
 */
export function writeReport(
  file: string,
  result: ImportResult,
  about: Pick<ImportReport, 'title' | 'source'>,
): string | undefined {
  const report = { ...about, ...reportOf(result) };
  const text = /\.json$/i.test(file) ? importJson(report) : importPage(report);
  return writeOutputFile(file, text, IMPORT_REPORT);
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ['post', 'posts'],
  ['page', 'pages'],
  ['comment', 'comments'],
  ['picture', 'pictures'],
  ['author', 'authors'],
  ['tag', 'tags'],
  ['redirect', 'redirects'],
];

const KEPT = new Map<Effect, string>([
  ['kept', 'changed by you'],
  ['conflict', 'changed both here and in the export'],
  ['removed', 'removed by you'],
]);

function reportOf(result: ImportResult): Omit<ImportReport, 'title' | 'source'> {
  const { counts, account, omissions, missing, changes, notices, kept } = result;
  return {
    counts: KINDS.map(([kind, name]) => ({ name, count: counts[kind] })),
    account: account.lines.map((line) => ({ ...line, noun: NOUNS[line.kind] })),
    sections: [
      {
        id: 'leftOut',
        title: 'Left out',
        about: 'The export has it, and the new blog does not.',
        rows: Array.from(omissions, ({ reason, what, place }): ImportRow => ({
          ...place,
          what,
          reason,
        })),
      },
      {
        id: 'lost',
        title: 'Missing in texts',
        about: 'The export has it, and the page will not show it.',
        rows: missingOf(account.differences).map((one) => ({
          ...one.place,
          what: whatOf(one),
          reason: one.reason ?? UNKNOWN,
        })),
      },
      {
        id: 'gained',
        title: 'New in texts',
        about: 'The page will show it, and the export does not have it.',
        rows: gainedRows(account.differences),
      },
      {
        id: 'missing',
        title: 'Pictures that stay linked',
        about: 'The export does not hold them, and they could not be fetched.',
        rows: Array.from(missing, ({ url, reason, entry }) => ({
          ...entry.place,
          what: url,
          reason,
        })),
      },
      {
        id: 'changes',
        title: 'Changed in texts',
        about: 'Perennial shows these otherwise than the old blog did.',
        rows: Array.from(changes, ({ place, text, reason, title }) => ({
          ...place,
          what: `${title}: ${text}`,
          reason,
        })),
      },
      {
        id: 'notices',
        title: 'To look at',
        about: 'It was imported, but a person should decide.',
        rows: Array.from(notices, ({ place, message }) => ({
          ...place,
          what: '',
          reason: message,
        })),
      },
      {
        id: 'kept',
        title: 'Left alone',
        about: 'Files that the import would have written otherwise.',
        rows: kept.map(({ path, effect }) => ({
          file: path,
          what: '',
          reason: KEPT.get(effect) ?? '',
        })),
      },
    ],
  };
}

/** Without the words and headings of lines that are listed themselves. */
function gainedRows(differences: Iterable<AccountedDifference>): ImportRow[] {
  const gained = [...differences].filter(({ change }) => change === 'gained');
  const lines = new Map<string, string>();
  for (const { kind, title, text } of gained)
    if (kind === 'line') lines.set(title, `${lines.get(title) ?? ''}\n${text}`);
  return gained
    .filter(
      ({ kind, title, text }) =>
        !/^(?:word|heading)$/.test(kind) || !(lines.get(title) ?? '').includes(text),
    )
    .map((one) => ({ ...one.place, what: whatOf(one), reason: one.reason ?? 'added' }));
}

function whatOf({ title, kind, text, address }: AccountedDifference): string {
  const target = address === undefined ? '' : ` to ${address}`;
  return `${title}: ${kind}${text === '' ? '' : ` “${text}”`}${target}`;
}
