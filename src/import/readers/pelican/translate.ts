/** Bodies of Pelican as plain Markdown or HTML. */
import path from 'node:path';
import { FILTERS } from '../liquid/filters.ts';
import { renderLiquid } from '../liquid/render.ts';
import { SHARED_TAGS } from '../liquid/tags.ts';
import { UNKNOWN } from '../liquid/values.ts';
import { rstToHtml } from '../rst/blocks.ts';
import { fromKramdown } from '../text-site/kramdown.ts';
import { changeLinks } from '../text-site/links.ts';
import type { PlannedEntry, TranslatedBody } from '../text-site/plan.ts';
import { listAddress } from './addresses.ts';
import type { PelicanConfig } from './config.ts';

export interface PelicanSite {
  readonly config: PelicanConfig;
  /** Addresses of texts by their paths below the content folder. */
  readonly paths: ReadonlyMap<string, string>;
}

export function translate(body: string, entry: PlannedEntry, site: PelicanSite): TranslatedBody {
  const unknown: string[] = [];
  const isRst = entry.path.endsWith('.rst');
  const plain = isRst ? rstToHtml(body, (raw) => unknown.push(raw)) : body;
  const tagged = hasLiquid(site.config) ? withTags(plain, entry, unknown) : plain;
  const markdown =
    entry.format === 'markdown' ? fromKramdown(fencedCode(withoutToc(tagged))) : tagged;
  const text = changeLinks(markdown, entry.format, (url) => addressOf(url, entry, site));
  return { text, unknown };
}

function hasLiquid({ fields }: PelicanConfig): boolean {
  return fields.list('PLUGINS').some((name) => name.includes('liquid_tags'));
}

/** The plug-in for tags of Liquid knows no variables. */
function withTags(text: string, { format }: PlannedEntry, unknown: string[]): string {
  return renderLiquid(text, {
    format,
    scope: { variables: new Map(), filters: FILTERS, lookUp: () => UNKNOWN },
    tags: SHARED_TAGS,
    unknown: (raw) => unknown.push(raw),
  });
}

function withoutToc(text: string): string {
  return text.replace(/^\[TOC\][ \t]*\n?/gm, '');
}

/** Indented code whose first line names the language, as in `:::python`. */
function fencedCode(text: string): string {
  const lines = text.split('\n');
  const output: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const language = /^(?: {4}|\t)(?::::|#!)([\w+#-]+)(?:[ \t].*)?$/.exec(lines[at] ?? '')?.[1];
    if (language === undefined || (lines[at - 1] ?? '').trim() !== '') {
      output.push(lines[at] ?? '');
      continue;
    }
    let end = at + 1;
    for (let next = end; next < lines.length; next++) {
      if ((lines[next] ?? '').trim() === '') continue;
      if (!/^(?: {4}|\t)/.test(lines[next] ?? '')) break;
      end = next + 1;
    }
    const code = lines.slice(at + 1, end).map((line) => line.replace(/^(?: {4}|\t)/, ''));
    output.push(`\`\`\`${language}`, ...code, '```');
    at = end - 1;
  }
  return output.join('\n');
}

const REFERENCE =
  /^(?:\{|%7B|\|)(filename|static|attach|category|tag|author|index)(?:\}|%7D|\|)(.*)$/is;

/** `{filename}/posts/roses.md`, `{static}/images/a.png`, `{tag}red` */
function addressOf(
  url: string,
  entry: PlannedEntry,
  { config, paths }: PelicanSite,
): string | undefined {
  const [, kind = '', written = ''] = REFERENCE.exec(url) ?? [];
  if (kind === '') return undefined;
  const [target = ''] = written.split(/[?#]/);
  const rest = written.slice(target.length);
  switch (kind.toLowerCase()) {
    case 'index':
      return `${config.basePath}/${rest}`;
    case 'tag':
    case 'category':
    case 'author':
      return listAddress(
        kind.toLowerCase() === 'tag'
          ? 'TAG'
          : kind.toLowerCase() === 'author'
            ? 'AUTHOR'
            : 'CATEGORY',
        target,
        config,
      );
    default: {
      const own = path.posix.dirname(entry.path.slice(config.content.length));
      const name = path.posix.join(target.startsWith('/') ? '' : own, target).replace(/^\/+/, '');
      const address = paths.get(decode(name)) ?? `${config.basePath}/${name}`;
      return address + rest;
    }
  }
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
