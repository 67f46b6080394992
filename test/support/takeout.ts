/** A Google Takeout of Blogger in memory. */
import { escapeAttribute, escapeText } from '../../src/lib/html.ts';
import type { Source } from '../../src/import/source/source.ts';
import { memorySource } from './memory-source.ts';

export interface TakeoutEntry {
  readonly type?: string;
  /** Number in the id. */
  readonly number: number;
  readonly status?: string;
  /** Decoded; what XML needs is escaped. */
  readonly title?: string;
  readonly html?: string;
  readonly author?: string;
  readonly labels?: readonly string[];
  readonly filename?: string;
  readonly published?: string;
  /** More elements, as XML. */
  readonly more?: string;
}

export const FOLDER = 'Takeout/Blogger/Blogs/Garden';

/** @param columns of settings.csv; `null` for a Takeout without it */
export function takeout(
  entries: readonly TakeoutEntry[],
  columns: Readonly<Record<string, string>> | null = { blog_subdomain: 'garden' },
  others: Readonly<Record<string, string | Uint8Array>> = {},
): Source {
  const settings = columns === null ? {} : { [`${FOLDER}/settings.csv`]: settingsCsv(columns) };
  return memorySource({ [`${FOLDER}/feed.atom`]: feedOf(entries), ...settings, ...others });
}

export function settingsCsv(columns: Readonly<Record<string, string>>): string {
  const values = Object.values(columns).map((value) => `"${value.replaceAll('"', '""')}"`);
  return `${Object.keys(columns).join(',')}\n${values.join(',')}\n`;
}

export function feedOf(entries: readonly TakeoutEntry[], blog = 7, title = 'Garden'): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
  <id>tag:blogger.com,1999:blog-${blog}</id>
  <title>${escapeText(title)}</title>
${entries.map((entry) => entryXml(entry, blog)).join('\n')}
</feed>
`;
}

function entryXml(entry: TakeoutEntry, blog: number): string {
  const { type = 'POST', number, status = 'LIVE', title = '', html = '', author = 'Rosa' } = entry;
  const { labels = [], filename = '', published = '2024-05-01T10:00:00Z', more = '' } = entry;
  const kind = type === 'PAGE' ? 'page' : 'post';
  return `<entry>
<id>tag:blogger.com,1999:blog-${blog}.${kind}-${number}</id>
<blogger:type>${type}</blogger:type>
<blogger:status>${status}</blogger:status>
<author><name>${escapeText(author)}</name><blogger:type>BLOGGER</blogger:type></author>
<title>${escapeText(title)}</title>
<content type='html'>${escapeText(html)}</content>
<published>${published}</published>
${labels.map((label) => `<category scheme='tag:blogger.com,1999:blog-${blog}' term="${escapeAttribute(label)}"/>`).join('')}
<blogger:filename>${filename}</blogger:filename>
<link/>
<enclosure/>
${more.includes('blogger:trashed') ? '' : '<blogger:trashed/>'}
${more}
</entry>`;
}
