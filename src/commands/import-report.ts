/** The report of `npm run import`. */
import type { ImportResult, Kind } from '../import/result.ts';
import type { Effect } from '../import/write/writer.ts';
import {
  importJson,
  importPage,
  isImportReport,
  type ImportReport,
  type ImportRow,
} from '../report/page/import-page.ts';
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
    account: account.lines,
    sections: [
      {
        id: 'leftOut',
        title: 'Left out',
        about: 'The export has it, and the new blog does not.',
        rows: omissions.map(({ reason, what, place }): ImportRow => ({ ...place, what, reason })),
      },
      {
        id: 'account',
        title: 'Missing or new in texts',
        about: 'Each text as its page will show it, compared with the export.',
        rows: account.differences.map(({ kind, change, text, address, place, title, reason }) => ({
          ...place,
          what: `${title}: ${kind} ${change === 'missing' ? 'missing' : 'new'}: ${[text, address ?? ''].filter(Boolean).join(' ')}`,
          reason: reason ?? (change === 'missing' ? 'the reason is not known' : 'new'),
        })),
      },
      {
        id: 'missing',
        title: 'Pictures that stay linked',
        about: 'The export does not hold them, and they could not be fetched.',
        rows: missing.map(({ url, reason, entry }) => ({ ...entry.place, what: url, reason })),
      },
      {
        id: 'changes',
        title: 'Changed in texts',
        about: 'Perennial shows these otherwise than the old blog did.',
        rows: changes.map(({ place, text, reason, title }) => ({
          ...place,
          what: `${title}: ${text}`,
          reason,
        })),
      },
      {
        id: 'notices',
        title: 'To look at',
        about: 'It was imported, but a person should decide.',
        rows: notices.map(({ place, message }) => ({ ...place, what: '', reason: message })),
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
