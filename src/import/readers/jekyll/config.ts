/** Reads the settings of a Jekyll site. */
import path from 'node:path';
import { isObject } from '../../../lib/merge-json.ts';
import type { BlogFacts, Notice } from '../../model.ts';
import { languageTag } from '../text-site/common-fields.ts';
import { EntryDates } from '../text-site/dates.ts';
import { Fields } from '../text-site/fields.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { readSettings } from '../text-site/settings-file.ts';
import { basePathOf, siteAddress } from '../text-site/web.ts';

export interface JekyllConfig {
  readonly fields: Fields;
  readonly facts: BlogFacts;
  readonly dates: EntryDates;
  /** `/blog`; empty at the root of the host. */
  readonly baseUrl: string;
  /** Folder of the site below the root; empty, or ends in a slash. */
  readonly source: string;
  readonly notices: readonly Notice[];
}

const NAMES = ['_config.yml', '_config.yaml', '_config.toml'];

export async function readConfig(files: SiteFiles, url: string | undefined): Promise<JekyllConfig> {
  const name = NAMES.find((candidate) => files.get(candidate) !== undefined);
  const { fields, notices } = await readSettings(name === undefined ? undefined : files.get(name));
  const dates = new EntryDates(fields.text('timezone'));
  const site = siteAddress(fields.text('url', 'production_url'));
  return {
    fields,
    facts: {
      title: fields.text('title', 'name'),
      description: fields.text('description', 'tagline', 'subtitle')?.replace(/\s+/g, ' '),
      language: languageTag(fields.text('lang', 'locale', 'language')),
      timeZone: fields.text('timezone') === undefined ? undefined : dates.zone,
      url: url ?? site.url,
      hosts: [],
    },
    dates,
    baseUrl: basePathOf(fields.text('baseurl') ?? ''),
    source: sourceFolder(fields.text('source')),
    notices,
  };
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
