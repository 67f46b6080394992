/** Reads the settings of a Jekyll site. */
import path from 'node:path';
import { isObject } from '../../../lib/merge-json.ts';
import type { BlogFacts } from '../../model.ts';
import { readText, type SourceFile } from '../../source/source.ts';
import { languageTag } from '../text-site/common-fields.ts';
import { EntryDates } from '../text-site/dates.ts';
import { Fields } from '../text-site/fields.ts';
import { yaml } from '../text-site/front-matter.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { parseToml } from '../toml.ts';

export interface JekyllConfig {
  readonly fields: Fields;
  readonly facts: BlogFacts;
  readonly dates: EntryDates;
  /** `/blog`; empty at the root of the host. */
  readonly baseUrl: string;
  /** Folder of the site below the root; empty, or ends in a slash. */
  readonly source: string;
  /** Why the settings could not be read. */
  readonly error: string | undefined;
  readonly file: string;
}

const NAMES = ['_config.yml', '_config.yaml', '_config.toml'];

export async function readConfig(files: SiteFiles, url: string | undefined): Promise<JekyllConfig> {
  const name = NAMES.find((candidate) => files.get(candidate) !== undefined);
  const file = name === undefined ? undefined : files.get(name);
  const { fields, error } = await parse(file);
  const dates = new EntryDates(fields.text('timezone'));
  const base = (fields.text('baseurl') ?? '').split('/').filter(Boolean).join('/');
  return {
    fields,
    facts: {
      title: fields.text('title', 'name'),
      description: fields.text('description', 'tagline', 'subtitle')?.replace(/\s+/g, ' '),
      language: languageTag(fields.text('lang', 'locale', 'language')),
      timeZone: fields.text('timezone') === undefined ? undefined : dates.zone,
      url: url ?? siteUrl(fields),
      hosts: [],
    },
    dates,
    baseUrl: base === '' ? '' : `/${base}`,
    source: sourceFolder(fields.text('source')),
    error,
    file: `${files.root}${name ?? ''}`,
  };
}

async function parse(
  file: SourceFile | undefined,
): Promise<{ readonly fields: Fields; readonly error: string | undefined }> {
  if (file === undefined) return { fields: new Fields(undefined), error: undefined };
  const text = await readText(file);
  const parsed = file.path.endsWith('.toml') ? parseToml(text) : yaml(text);
  if (parsed.ok) return { fields: new Fields(parsed.value), error: undefined };
  return { fields: new Fields(undefined), error: `line ${parsed.line}: ${parsed.reason}` };
}

function siteUrl(fields: Fields): string | undefined {
  const url = fields.text('url', 'production_url');
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname, origin } = new URL(url);
  const isWeb =
    /^https?:$/.test(protocol) && !['localhost', '127.0.0.1', '0.0.0.0'].includes(hostname);
  return isWeb ? `${origin}/` : undefined;
}

function sourceFolder(written: string | undefined): string {
  const folder = path.posix.normalize(`${written ?? '.'}/`);
  return folder === './' || folder.startsWith('../') || folder.startsWith('/') ? '' : folder;
}

/** `defaults` of the settings: fields for all files of a type or folder. */
export function defaultsFor(config: JekyllConfig, file: string, type: string): Fields {
  const defaults = config.fields.get('defaults');
  if (!Array.isArray(defaults)) return new Fields(undefined);
  const matching = defaults
    .map((item) => new Fields(item))
    .map((item) => ({ scope: item.group('scope'), values: item.get('values') }))
    .filter(
      ({ scope }) => isIn(file, scope.text('path') ?? '') && (scope.text('type') ?? type) === type,
    )
    // The longer path prevails, and a scope with a type over one without.
    .toSorted((a, b) => rank(a.scope) - rank(b.scope));
  return new Fields(
    Object.assign({}, ...matching.map(({ values }) => (isObject(values) ? values : {}))),
  );
}

function rank(scope: Fields): number {
  return (scope.text('path') ?? '').length * 2 + (scope.text('type') === undefined ? 0 : 1);
}

function isIn(file: string, folder: string): boolean {
  const plain = folder.replace(/^\/|\/$/g, '');
  if (!plain.includes('*')) return plain === '' || file === plain || file.startsWith(`${plain}/`);
  const names = plain.split('/');
  return names.every((name, at) => name === '*' || name === '**' || name === file.split('/')[at]);
}
