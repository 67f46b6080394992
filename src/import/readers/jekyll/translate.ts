/** Bodies of Jekyll as plain Markdown or HTML. */
import path from 'node:path';
import { renderLiquid } from '../liquid/render.ts';
import { changeLinks } from '../text-site/links.ts';
import { changeProse } from '../text-site/markdown-code.ts';
import type { PlannedEntry, TranslatedBody } from '../text-site/plan.ts';
import { fromKramdown } from '../text-site/kramdown.ts';
import { scopeOf } from './scope.ts';
import type { JekyllSite } from './site.ts';
import { tagsFor } from './tags.ts';

const RAW_MARKS = /\{%-?\s*(?:end)?raw\s*-?%\}/g;

export function translate(body: string, entry: PlannedEntry, site: JekyllSite): TranslatedBody {
  const unknown: string[] = [];
  const plain = renderLiquid(body, {
    format: entry.format,
    scope: scopeOf(entry, site.config),
    tags: tagsFor(site),
    unknown: (raw) => unknown.push(raw),
    // Liquid comes before Markdown, so its marks are never shown, even in code.
    code: (code) => code.replace(RAW_MARKS, ''),
  });
  const markdown = entry.format === 'html' ? plain : fromKramdown(plain);
  const linked = changeLinks(markdown, entry.format, (url) => textAddress(url, entry, site));
  return { text: markSummary(linked, entry, site), unknown };
}

/** GitHub Pages leads links to files to their pages. */
function textAddress(
  url: string,
  { path: file }: PlannedEntry,
  { paths }: JekyllSite,
): string | undefined {
  const [, name, rest = ''] = /^([^?#:]+\.(?:md|markdown))([?#].*)?$/.exec(url) ?? [];
  if (name === undefined) return undefined;
  const target = path.posix.join(name.startsWith('/') ? '' : path.posix.dirname(file), name);
  const address = paths.get(target.replace(/^\//, ''));
  return address === undefined ? undefined : address + rest;
}

/** The owner may have chosen another mark for the end of the summary. */
function markSummary(
  text: string,
  { fields, format }: PlannedEntry,
  { config }: JekyllSite,
): string {
  const mark = (
    fields.text('excerpt_separator') ?? config.fields.text('excerpt_separator')
  )?.trim();
  if (mark === undefined || mark === '' || mark === '<!--more-->') return text;
  const replace = (prose: string): string => prose.replace(mark, () => '<!--more-->');
  return format === 'html' ? replace(text) : changeProse(text, replace);
}
