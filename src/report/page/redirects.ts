/** Tables of old addresses, by origin. */
import type { RedirectRow } from '../../site/findings.ts';
import { html, type Part } from './markup.ts';
import { PLACE, collapsible, place, type Column } from './parts.ts';

interface Group {
  readonly title: Part;
  readonly includes: (row: RedirectRow) => boolean;
  /** Whether the redirects come from a line of the content. */
  readonly hasPlace: boolean;
}

const UNCHANGED = 200;

const GROUPS: readonly Group[] = [
  {
    title: 'Unchanged addresses of posts and pages',
    includes: ({ status }) => status === UNCHANGED,
    hasPlace: true,
  },
  {
    title: html`From <code>legacyUrl</code> of posts and pages`,
    includes: ({ source, status }) => source === 'text' && status !== UNCHANGED,
    hasPlace: true,
  },
  {
    title: html`From <code>redirects.yaml</code>`,
    includes: ({ source }) => source === 'rules',
    hasPlace: true,
  },
  {
    title: 'Built in for the old platform',
    includes: ({ source }) => source === 'platform',
    hasPlace: false,
  },
];

const COLUMNS: readonly Column[] = [
  { title: 'Old address', look: 'address' },
  { title: 'New address', look: 'target' },
  { title: 'Status', look: 'status' },
];

/** One table per group that has rows. */
export function redirectTables(redirects: readonly RedirectRow[]): Part {
  return GROUPS.map(({ title, includes, hasPlace }) =>
    collapsible({
      title,
      columns: hasPlace ? [...COLUMNS, PLACE] : COLUMNS,
      rows: redirects
        .filter(includes)
        .map((row) => [row.from, row.to ?? 'gone', row.status, place(row)]),
    }),
  );
}
