/** Old addresses as tables, by who asks for them. */
import type { RedirectRow } from '../../site/findings.ts';
import { html, type Part } from './markup.ts';
import { PLACE, folded, place, type Column } from './parts.ts';

interface Kind {
  readonly title: Part;
  readonly holds: (row: RedirectRow) => boolean;
  /** Whether a line of the content asks for it. */
  readonly hasPlace: boolean;
}

const UNCHANGED = 200;

const KINDS: readonly Kind[] = [
  {
    title: 'Kept by posts and pages',
    holds: ({ status }) => status === UNCHANGED,
    hasPlace: true,
  },
  {
    title: html`Named by posts and pages, as <code>legacyUrl</code>`,
    holds: ({ source, status }) => source === 'text' && status !== UNCHANGED,
    hasPlace: true,
  },
  {
    title: html`Named in <code>redirects.yaml</code>`,
    holds: ({ source }) => source === 'rules',
    hasPlace: true,
  },
  {
    title: 'Known of every blog of the old platform',
    holds: ({ source }) => source === 'platform',
    hasPlace: false,
  },
];

const COLUMNS: readonly Column[] = [
  { title: 'Old address', look: 'address' },
  { title: 'Leads to', look: 'target' },
  { title: 'Status', look: 'status' },
];

/** A table for each kind that there is. */
export function redirectTables(redirects: readonly RedirectRow[]): Part {
  return KINDS.map(({ title, holds, hasPlace }) =>
    folded({
      title,
      columns: hasPlace ? [...COLUMNS, PLACE] : COLUMNS,
      rows: redirects
        .filter(holds)
        .map((row) => [row.from, row.to ?? 'gone for good', row.status, place(row)]),
    }),
  );
}
