/** Old addresses as tables, by who asks for them. */
import type { RedirectRow, RedirectSource } from '../../site/findings.ts';
import { html, type Part } from './markup.ts';
import { PLACE, folded, place, type Column } from './parts.ts';

const TITLES: Readonly<Record<RedirectSource, Part>> = {
  text: html`Named by posts and pages, as <code>legacyUrl</code>`,
  rules: html`Named in <code>redirects.yaml</code>`,
  platform: 'Known of every blog of the old platform',
};

const COLUMNS: readonly Column[] = [
  { title: 'Old address', look: 'address' },
  { title: 'Leads to', look: 'target' },
  { title: 'Status', look: 'status' },
];

/** A table for each source that has any. */
export function redirectTables(redirects: readonly RedirectRow[]): Part {
  return (['text', 'rules', 'platform'] as const).map((source) => {
    const own = redirects.filter((redirect) => redirect.source === source);
    return folded({
      title: TITLES[source],
      columns: source === 'platform' ? COLUMNS : [...COLUMNS, PLACE],
      rows: own.map((redirect) => [
        redirect.from,
        redirect.to ?? 'gone for good',
        redirect.status,
        place(redirect),
      ]),
    });
  });
}
